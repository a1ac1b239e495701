package ai.policytracker.event;

/** By whose word a claim is made. */
public enum Attribution {
  /** The company's statement, post, spokesperson or executive. */
  COMPANY,
  /** The outlet's own reporting, a memo, unnamed sources. */
  REPORTED,
  /** An advocacy group, regulator or rival. */
  THIRD_PARTY
}
