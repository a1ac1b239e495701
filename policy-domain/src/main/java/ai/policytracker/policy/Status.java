package ai.policytracker.policy;

import ai.policytracker.event.Kind;

/** What a company's policy on a subject is over an interval of valid time. */
public enum Status {
  PROHIBITED,
  PAUSED,
  WITHDRAWN,
  RESTRICTED,
  PERMITTED,
  COMMITTED,
  /** The stated end has passed and nothing was heard since. */
  LAPSED;

  static Status of(Kind kind) {
    return switch (kind) {
      case BAN -> PROHIBITED;
      case PAUSE -> PAUSED;
      case WITHDRAWAL -> WITHDRAWN;
      case RESTRICTION -> RESTRICTED;
      case RESUMPTION, PERMISSION -> PERMITTED;
      case COMMITMENT -> COMMITTED;
      case LOBBYING_STANCE -> throw new IllegalArgumentException("a stance is no position");
    };
  }
}
