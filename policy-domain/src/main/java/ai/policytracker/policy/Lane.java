package ai.policytracker.policy;

/** Commitments neither end other positions nor are ended by them, nor by each other. */
public enum Lane {
  POLICY,
  COMMITMENT
}
