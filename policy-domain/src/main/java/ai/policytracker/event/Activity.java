package ai.policytracker.event;

/** What is done with the technology. */
public enum Activity {
  /** Sell, license, offer or give others access. */
  PROVISION,
  /** The company or its staff use it. */
  INTERNAL_USE,
  /** Build or research. */
  DEVELOPMENT,
  /** Use of data to train models, scraping. */
  TRAINING,
  /** Accept or publish AI-made content. */
  CONTENT,
  INVESTMENT
}
