package ai.policytracker.ingest.extract;

import java.util.Locale;

/** What a verb means to the reader; the groups of verbs.txt. */
enum VerbClass {
  STOP,
  RETIRE,
  PAUSE,
  BAN,
  RESTRICT,
  REQUIRE,
  RESUME,
  LIFT,
  ALLOW,
  CONTINUE,
  EXTEND,
  PROVIDE,
  USE,
  DEVELOP,
  TRAIN,
  PUBLISH,
  INVEST,
  SAY,
  DIRECT,
  REFUSE,
  PLEDGE,
  SIGN,
  ANNOUNCE,
  PLAN,
  CONSIDER,
  DENY,
  SUPPORT,
  OPPOSE,
  WEAKEN,
  /** What becomes of a limit that holds: "takes effect", "remains in place". */
  HOLD,
  /** What only sounds like one of the others: "ended up". */
  OTHER;

  static VerbClass named(String heading) {
    return valueOf(heading.toUpperCase(Locale.ROOT));
  }
}
