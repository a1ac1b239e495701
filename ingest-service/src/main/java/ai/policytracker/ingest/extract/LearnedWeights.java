package ai.policytracker.ingest.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A logistic regression over the traits of a {@link Telling}: whether the sentence tells of a
 * policy of the company. A trait counts by how rare it is (inverse document frequency); all of a
 * sentence's have length one together. {@code ./tracker train} makes the weights from the labelled
 * articles.
 */
public final class LearnedWeights {
  static final String RESOURCE = "/learned/weights.gz";

  private static final float STEP = 250;

  private final float intercept;
  private final Map<String, Weight> byTrait;

  /**
   * @param rarity 1 and above
   */
  public record Weight(float rarity, float weight) {}

  /** Made once, on first use. */
  private static final class Known {
    static final LearnedWeights ALL = read();

    private static LearnedWeights read() {
      try (InputStream in = LearnedWeights.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException(RESOURCE + " is not on the class path");
        }
        return LearnedWeights.read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(RESOURCE, e);
      }
    }
  }

  public LearnedWeights(float intercept, Map<String, Weight> byTrait) {
    this.intercept = intercept;
    this.byTrait = Map.copyOf(byTrait);
  }

  static LearnedWeights known() {
    return Known.ALL;
  }

  /** The logit of the share of such sentences that tell of a policy of the company. */
  double on(List<String> traits) {
    double length = 0;
    double sum = 0;
    for (String trait : traits) {
      Weight known = byTrait.get(trait);
      if (known != null) {
        length += known.rarity() * known.rarity();
        sum += known.rarity() * known.weight();
      }
    }
    return intercept + (length == 0 ? 0 : sum / Math.sqrt(length));
  }

  /** The largest difference of two numbers that stand for the same; infinite where one has none. */
  public double furthestFrom(LearnedWeights other) {
    if (!byTrait.keySet().equals(other.byTrait.keySet())) {
      return Double.POSITIVE_INFINITY;
    }
    double furthest = Math.abs(intercept - other.intercept);
    for (Map.Entry<String, Weight> trait : byTrait.entrySet()) {
      Weight own = trait.getValue();
      Weight others = other.byTrait.get(trait.getKey());
      furthest = Math.max(furthest, Math.abs(own.weight() - others.weight()));
      furthest = Math.max(furthest, Math.abs(own.rarity() - others.rarity()));
    }
    return furthest;
  }

  private static int steps(float number) {
    int steps = Math.round(number * STEP);
    if (steps != (short) steps) {
      throw new IllegalStateException("a weight of " + number + " does not fit into two bytes");
    }
    return steps;
  }

  /** Rounded to steps of 0.004, in the order of the traits, so that the same are the same bytes. */
  public void write(OutputStream out) throws IOException {
    SortedMap<String, Weight> sorted = new TreeMap<>(byTrait);
    try (var to = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(out)))) {
      to.writeShort(steps(intercept));
      to.writeInt(sorted.size());
      for (Map.Entry<String, Weight> trait : sorted.entrySet()) {
        to.writeUTF(trait.getKey());
        to.writeShort(steps(trait.getValue().rarity()));
        to.writeShort(steps(trait.getValue().weight()));
      }
    }
  }

  public static LearnedWeights read(InputStream bytes) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(bytes)))) {
      float intercept = in.readShort() / STEP;
      int traits = in.readInt();
      Map<String, Weight> byTrait = HashMap.newHashMap(traits);
      for (int i = 0; i < traits; i++) {
        byTrait.put(in.readUTF(), new Weight(in.readShort() / STEP, in.readShort() / STEP));
      }
      return new LearnedWeights(intercept, byTrait);
    }
  }
}
