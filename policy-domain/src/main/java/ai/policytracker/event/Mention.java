package ai.policytracker.event;

/** Whether a claim is what its article reports or what the article recalls. */
public enum Mention {
  NEWS,
  BACKGROUND
}
