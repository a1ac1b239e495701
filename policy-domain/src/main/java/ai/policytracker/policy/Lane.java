package ai.policytracker.policy;

import ai.policytracker.event.Kind;

/** What ends what: within a lane the next announcement, where it is not said otherwise. */
public enum Lane {
  POLICY,
  /** Commitments neither end other positions nor are ended by them, nor by each other. */
  COMMITMENT,
  /** One current side per target. */
  STANCE;

  static Lane of(Kind kind) {
    return switch (kind) {
      case PAUSE, BAN, WITHDRAWAL, RESTRICTION, RESUMPTION, PERMISSION -> POLICY;
      case COMMITMENT -> COMMITMENT;
      case LOBBYING_STANCE -> STANCE;
    };
  }
}
