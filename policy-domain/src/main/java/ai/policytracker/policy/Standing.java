package ai.policytracker.policy;

/** How well an announcement is supported; the first that applies. */
public enum Standing {
  /** The company denied it. */
  DISPUTED,
  /** Planned or considered only. */
  PENDING,
  /** Two independent publishers, or the company's own. */
  CONFIRMED,
  SINGLE_SOURCE
}
