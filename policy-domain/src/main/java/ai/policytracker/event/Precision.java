package ai.policytracker.event;

/** How exact a date is. */
public enum Precision {
  DAY,
  MONTH,
  YEAR,
  UNKNOWN
}
