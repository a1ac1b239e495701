package ai.policytracker.ingest.extract;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A small language model that was taught to tell what a sentence tells of a company. It is a
 * transformer with weights of seven bits, so that processors of all kinds compute the same sums;
 * one thread, so that each reading of the same pieces is the same. {@code evaluation/network} has
 * how it is made.
 */
final class LearnedNetwork {
  static final String RESOURCE = "/learned/network.onnx";

  /** The names of the outcomes, in the model's own data: what it is of, then its value. */
  private static final String OUTCOMES = "outcomes";

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final List<String> outcomes;

  /** Made once, on first use; may be asked by any thread. */
  private static final class Known {
    static final LearnedNetwork ONE = new LearnedNetwork();
  }

  /**
   * The likeliest of several values.
   *
   * @param share of those that are alike which have this value, 0 to 1
   */
  record Likeliest(String value, double share) {}

  /**
   * @param sum the logit of the share of such sentences that tell of a policy of the company
   * @param kind with the stance of a lobbying one after a colon
   * @param technology its slug
   * @param audience its slug
   */
  record Verdict(
      double sum,
      Likeliest kind,
      Likeliest modality,
      Likeliest technology,
      Likeliest audience,
      Likeliest activity) {

    static final Verdict NOTHING = nothing(new Likeliest("", 0));

    private static Verdict nothing(Likeliest none) {
      return new Verdict(Double.NEGATIVE_INFINITY, none, none, none, none, none);
    }
  }

  private LearnedNetwork() {
    try (var options = new OrtSession.SessionOptions();
        InputStream in =
            Objects.requireNonNull(LearnedNetwork.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      session = environment.createSession(in.readAllBytes(), options);
      String named = session.getMetadata().getCustomMetadata().get(OUTCOMES);
      outcomes = List.of(named.split(","));
    } catch (OrtException e) {
      throw new IllegalStateException(RESOURCE, e);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  static LearnedNetwork known() {
    return Known.ONE;
  }

  Verdict on(Pieces pieces) {
    float[] sums = sums(pieces);
    return new Verdict(
        sums[outcomes.indexOf("told")],
        likeliest("kind=", sums),
        likeliest("modality=", sums),
        likeliest("technology=", sums),
        likeliest("audience=", sums),
        likeliest("activity=", sums));
  }

  private float[] sums(Pieces pieces) {
    long[] numbers = pieces.numbers();
    try (var text =
            OnnxTensor.createTensor(
                environment, LongBuffer.wrap(numbers), new long[] {numbers.length});
        var words = OnnxTensor.createTensor(environment, new long[] {pieces.words()});
        var result = session.run(Map.of("pieces", text, "words", words))) {
      return ((float[][]) result.get(0).getValue())[0];
    } catch (OrtException e) {
      throw new IllegalStateException("the network failed on " + numbers.length + " pieces", e);
    }
  }

  /** Of the outcomes that begin so, one is right. */
  private Likeliest likeliest(String of, float[] sums) {
    int best = -1;
    for (int i = 0; i < sums.length; i++) {
      if (outcomes.get(i).startsWith(of) && (best < 0 || sums[i] > sums[best])) {
        best = i;
      }
    }
    double all = 0;
    for (int i = 0; i < sums.length; i++) {
      all += outcomes.get(i).startsWith(of) ? StrictMath.exp(sums[i] - sums[best]) : 0;
    }
    return new Likeliest(outcomes.get(best).substring(of.length()), 1 / all);
  }
}
