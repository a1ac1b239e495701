package ai.policytracker.policy;

/** What one event did to a subject. */
public enum ChangeType {
  /** A new announcement took effect. */
  ADOPTED,
  /** A known announcement reads differently: a date, an end, a jurisdiction, a kind. */
  REFINED,
  /** A further source; nothing else. */
  CORROBORATED,
  RETRACTED,
  /** Moves nothing: planned, undated, of low confidence, or overtaken by a later revision. */
  NOTED
}
