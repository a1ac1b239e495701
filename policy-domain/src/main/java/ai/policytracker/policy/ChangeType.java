package ai.policytracker.policy;

/** What one event did to a subject. */
public enum ChangeType {
  /** A new announcement took effect. */
  ADOPTED,
  /** The stated first day of a position has come. */
  STARTED,
  /** The last day of a position has passed and another one begins. */
  ENDED,
  /** The stated end has passed and nothing was heard since. */
  LAPSED,
  /** A company took a side on a target, or another side than before. */
  STANCE_TAKEN,
  /** A known announcement reads differently: a date, an end, a jurisdiction, a kind. */
  REFINED,
  /** A further source; nothing else. */
  CORROBORATED,
  /** Sources disagree on a field on which they did not. */
  CONTESTED,
  /** What was recorded was wrong: another reading, an analyst's word, other rules. */
  CORRECTED,
  RETRACTED,
  MERGED,
  UNMERGED,
  /** Moves nothing: planned, undated, of low confidence, or overtaken by a later revision. */
  NOTED
}
