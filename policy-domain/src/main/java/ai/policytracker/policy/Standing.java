package ai.policytracker.policy;

/** How well an announcement is supported; the first that applies. */
public enum Standing {
  /** A review found it wrong. */
  REJECTED,
  /** The company denied it. */
  DISPUTED,
  /** Planned or considered only. */
  PENDING,
  /** Two independent publishers, the company's own, or a review that found it right. */
  CONFIRMED,
  SINGLE_SOURCE
}
