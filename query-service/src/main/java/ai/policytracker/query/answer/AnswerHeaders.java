package ai.policytracker.query.answer;

/** Values of headers that several places send. */
final class AnswerHeaders {
  /** May be kept, and is to be asked for again with its ETag each time. */
  static final String ASK_AGAIN = "no-cache";

  static final String VARY = "Accept, Accept-Encoding, Accept-Datetime";

  private AnswerHeaders() {}
}
