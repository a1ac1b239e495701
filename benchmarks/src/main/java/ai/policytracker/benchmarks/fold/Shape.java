package ai.policytracker.benchmarks.fold;

/** Whether the claims of one subject tell of many acts or of one. */
public enum Shape {
  /** One act for ten claims, on any day of ten years. */
  TEN_YEARS,
  ONE_ACT
}
