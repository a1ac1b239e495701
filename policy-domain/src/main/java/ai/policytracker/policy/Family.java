package ai.policytracker.policy;

import ai.policytracker.event.Kind;

/** Kinds that can be told of one and the same act. */
enum Family {
  LIMITS,
  PERMITS,
  COMMITMENT,
  LOBBYING_STANCE;

  static Family of(Kind kind) {
    return switch (kind) {
      case PAUSE, BAN, WITHDRAWAL, RESTRICTION -> LIMITS;
      case RESUMPTION, PERMISSION -> PERMITS;
      case COMMITMENT -> COMMITMENT;
      case LOBBYING_STANCE -> LOBBYING_STANCE;
    };
  }
}
