package ai.policytracker.ingest.extract;

import ai.policytracker.event.Evidence;

/** Cuts the quote behind a claim out of the stored text. */
final class Quotes {
  private static final int MAX_CHARS = Evidence.MAX_QUOTE_CHARS;

  private Quotes() {}

  /** The sentence; of a long one the whole words around the token. */
  static Evidence of(String text, Sentence sentence, int token) {
    int start = sentence.start();
    int end = sentence.end();
    if (end - start > MAX_CHARS) {
      int middle = sentence.at(token).start();
      int last = Math.min(end, Math.max(start, middle - MAX_CHARS / 2) + MAX_CHARS);
      int first = Math.max(start, last - MAX_CHARS);
      start = firstStart(sentence, first, middle);
      end = lastEnd(sentence, start, last);
    }
    return new Evidence(start, end, text.substring(start, end));
  }

  private static int firstStart(Sentence sentence, int from, int otherwise) {
    for (Token token : sentence.tokens()) {
      if (token.start() >= from && token.start() <= otherwise) {
        return token.start();
      }
    }
    return otherwise;
  }

  private static int lastEnd(Sentence sentence, int start, int to) {
    for (Token token : sentence.tokens().reversed()) {
      if (token.end() <= to && token.end() > start) {
        return token.end();
      }
    }
    return Math.min(sentence.end(), start + MAX_CHARS);
  }
}
