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
 * Logistic regressions over the traits of a {@link Telling}: one says whether the sentence tells of
 * a policy of the company at all, one for each kind whether it is of that kind if it does. A trait
 * counts by how rare it is (inverse document frequency); all of a sentence's have length one
 * together. {@code ./tracker train} makes the weights from the labelled articles.
 */
public final class LearnedWeights {
  static final String RESOURCE = "/learned/weights.gz";

  /** What the first weight of each trait is for; the others are for a kind. */
  public static final String TOLD = "TOLD";

  /** The outcome of policies that are only denied. */
  public static final String DENIED = "DENIED";

  /** How outcomes begin that are no kinds. */
  public static final String AUDIENCE = "audience=";

  public static final String TECHNOLOGY = "technology=";

  private static final float STEP = 250;

  private final List<String> outcomes;
  private final float[] intercepts;
  private final Map<String, float[]> byTrait;

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

  /**
   * @param outcomes {@link #TOLD}, then kinds, with the stance of a lobbying one after a colon, and
   *     {@link #DENIED}
   * @param intercepts of each outcome
   * @param byTrait how rare the trait is, then its weight for each outcome
   */
  public LearnedWeights(List<String> outcomes, float[] intercepts, Map<String, float[]> byTrait) {
    this.outcomes = List.copyOf(outcomes);
    this.intercepts = intercepts.clone();
    this.byTrait = Map.copyOf(byTrait);
  }

  /** That of a label: a kind, with the stance of a lobbying one. */
  public static String outcome(String kind, String stance, boolean denied) {
    if (denied) {
      return DENIED;
    }
    return stance == null ? kind : kind + ":" + stance;
  }

  static LearnedWeights known() {
    return Known.ALL;
  }

  /** Whether a trait counts for whether a policy is told at all. */
  public static boolean tellsWhether(String trait) {
    return !trait.startsWith("a:");
  }

  /** Whether a trait counts for which kind it is. */
  public static boolean tellsWhich(String trait) {
    return !trait.startsWith("k:");
  }

  /**
   * The likeliest of several values.
   *
   * @param share of those that are alike which have this value, 0 to 1
   */
  record Likeliest(String value, double share) {}

  /**
   * @param told the share of such sentences that tell of a policy of the company, 0 to 1
   * @param kind as {@link #outcome} has it, of what is told if anything is
   * @param audience its slug
   * @param technology its slug
   */
  record Verdict(double told, Likeliest kind, Likeliest audience, Likeliest technology) {}

  Verdict on(List<String> traits) {
    double[] sums = new double[outcomes.size()];
    double whether = 0;
    double which = 0;
    for (String trait : traits) {
      float[] known = byTrait.get(trait);
      if (known == null) {
        continue;
      }
      double rare = known[0];
      if (tellsWhether(trait)) {
        whether += rare * rare;
        sums[0] += rare * known[1];
      }
      if (tellsWhich(trait)) {
        which += rare * rare;
        for (int k = 1; k < sums.length; k++) {
          sums[k] += rare * known[k + 1];
        }
      }
    }
    for (int k = 0; k < sums.length; k++) {
      double length = Math.sqrt(k == 0 ? whether : which);
      sums[k] = logistic(intercepts[k] + (length == 0 ? 0 : sums[k] / length));
    }
    return new Verdict(
        sums[0], likeliest("", sums), likeliest(AUDIENCE, sums), likeliest(TECHNOLOGY, sums));
  }

  /**
   * @param group how the outcomes begin that exclude each other
   */
  private Likeliest likeliest(String group, double[] sums) {
    int best = 0;
    double all = 0;
    for (int k = 1; k < sums.length; k++) {
      if (groupOf(outcomes.get(k)).equals(group)) {
        all += sums[k];
        best = best == 0 || sums[k] > sums[best] ? k : best;
      }
    }
    return best == 0
        ? new Likeliest("", 0)
        : new Likeliest(outcomes.get(best).substring(group.length()), sums[best] / all);
  }

  private static String groupOf(String outcome) {
    return outcome.substring(0, outcome.indexOf('=') + 1);
  }

  private static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /** The largest difference of two numbers that stand for the same; infinite where one has none. */
  public double furthestFrom(LearnedWeights other) {
    if (!outcomes.equals(other.outcomes) || !byTrait.keySet().equals(other.byTrait.keySet())) {
      return Double.POSITIVE_INFINITY;
    }
    double furthest = distance(intercepts, other.intercepts);
    for (Map.Entry<String, float[]> trait : byTrait.entrySet()) {
      furthest = Math.max(furthest, distance(trait.getValue(), other.byTrait.get(trait.getKey())));
    }
    return furthest;
  }

  private static double distance(float[] a, float[] b) {
    double furthest = 0;
    for (int i = 0; i < a.length; i++) {
      furthest = Math.max(furthest, Math.abs(a[i] - b[i]));
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
    SortedMap<String, float[]> sorted = new TreeMap<>(byTrait);
    try (var to = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(out)))) {
      to.writeShort(outcomes.size());
      for (int k = 0; k < intercepts.length; k++) {
        to.writeUTF(outcomes.get(k));
        to.writeShort(steps(intercepts[k]));
      }
      to.writeInt(sorted.size());
      for (Map.Entry<String, float[]> trait : sorted.entrySet()) {
        to.writeUTF(trait.getKey());
        for (float number : trait.getValue()) {
          to.writeShort(steps(number));
        }
      }
    }
  }

  public static LearnedWeights read(InputStream bytes) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(bytes)))) {
      String[] outcomes = new String[in.readShort()];
      float[] intercepts = new float[outcomes.length];
      for (int k = 0; k < outcomes.length; k++) {
        outcomes[k] = in.readUTF();
        intercepts[k] = in.readShort() / STEP;
      }
      int traits = in.readInt();
      Map<String, float[]> byTrait = HashMap.newHashMap(traits);
      for (int i = 0; i < traits; i++) {
        String trait = in.readUTF();
        float[] numbers = new float[outcomes.length + 1];
        for (int k = 0; k < numbers.length; k++) {
          numbers[k] = in.readShort() / STEP;
        }
        byTrait.put(trait, numbers);
      }
      return new LearnedWeights(List.of(outcomes), intercepts, byTrait);
    }
  }
}
