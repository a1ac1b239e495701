package ai.policytracker.evaluation;

/**
 * @param missed required labels without a claim
 */
record Tally(int right, int wrong, int missed) {
  /** Zero where nothing was read. */
  double precision() {
    return share(right, right + wrong);
  }

  /** Zero where nothing was to be found. */
  double recall() {
    return share(right, right + missed);
  }

  double f1() {
    return share(2 * right, 2 * right + wrong + missed);
  }

  static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
