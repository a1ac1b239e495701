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
  WEAKEN;

  static VerbClass named(String heading) {
    return valueOf(heading.toUpperCase(Locale.ROOT));
  }
}
