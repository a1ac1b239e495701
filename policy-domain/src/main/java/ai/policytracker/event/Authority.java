package ai.policytracker.event;

/** Whose word on a claim outranks whose: the later constant. */
public enum Authority {
  /** What the extractor reads in the article, and whether the article stands. */
  READING,
  /** What a later article of the same publisher says of it. */
  ARTICLE,
  ANALYST
}
