package ai.policytracker.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Whether of the claims given 0.8 about eight in ten are right. */
record Calibration(List<Bin> bins) {
  private static final double LOWEST_EDGE = 0.5;
  private static final double WIDTH = 0.1;
  private static final int BINS = 6;

  /** Confidence is rounded to hundredths; half of one keeps 0.6 in the bin that begins there. */
  private static final double ROUNDING = 0.005;

  /**
   * @param from lowest confidence in it
   * @param claimed sum of the confidences
   * @param right claims that match a label, one that may be left out too
   */
  record Bin(double from, int claims, double claimed, int right) {
    double claimedShare() {
      return claims == 0 ? 0 : claimed / claims;
    }

    double rightShare() {
      return Tally.share(right, claims);
    }

    private Bin with(double confidence, boolean isRight) {
      return new Bin(from, claims + 1, claimed + confidence, right + (isRight ? 1 : 0));
    }
  }

  /** Everything below 0.5 is one bin, the rest in steps of 0.1. */
  static Calibration of(List<Outcome> outcomes) {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      bins.add(new Bin(i == 0 ? 0 : LOWEST_EDGE + (i - 1) * WIDTH, 0, 0, 0));
    }
    for (Outcome outcome : outcomes) {
      outcome.hits().forEach(hit -> add(bins, hit.given(), true));
      outcome.optional().forEach(claim -> add(bins, claim, true));
      outcome.wrong().forEach(claim -> add(bins, claim, false));
    }
    return new Calibration(List.copyOf(bins));
  }

  private static void add(List<Bin> bins, JsonNode claim, boolean right) {
    double confidence = claim.path("confidence").asDouble(1);
    int bin = (int) Math.floor((confidence - LOWEST_EDGE + ROUNDING) / WIDTH) + 1;
    int at = Math.clamp(bin, 0, BINS - 1);
    bins.set(at, bins.get(at).with(confidence, right));
  }

  /** Mean distance of what is claimed from what is right, over all claims. */
  double error() {
    int claims = bins.stream().mapToInt(Bin::claims).sum();
    double distance = bins.stream().mapToDouble(bin -> Math.abs(bin.claimed() - bin.right())).sum();
    return claims == 0 ? 0 : distance / claims;
  }
}
