package ai.policytracker.ingest.extract;

/**
 * A word or mark of a sentence.
 *
 * @param start offset into the article's text
 * @param text as written, with curly quotes made straight
 * @param tag part of speech, Universal Dependencies
 */
record Token(int start, int end, String text, String lower, String tag) {

  boolean is(String word) {
    return lower.equals(word);
  }

  boolean tagged(String first, String... more) {
    if (tag.equals(first)) {
      return true;
    }
    for (String other : more) {
      if (tag.equals(other)) {
        return true;
      }
    }
    return false;
  }

  boolean capitalised() {
    return Character.isUpperCase(text.charAt(0));
  }

  Token retagged(String newTag) {
    return new Token(start, end, text, lower, newTag);
  }
}
