package ai.policytracker.ingest.extract;

/** Commas at which the words of a condition end, and those that only set a name beside another. */
final class Commas {
  private Commas() {}

  /** "until its regulator, Ofcom, has finished": a name set between its two commas. */
  private static boolean isApposition(Sentence sentence, int comma, int end) {
    for (int i = comma + 1; i < Math.min(end, comma + 7); i++) {
      Token token = sentence.at(i);
      if (token.is(",")) {
        return i + 1 < end && sentence.at(i + 1).tagged("VERB", "AUX");
      }
      if (token.tagged("VERB", "AUX", "SCONJ", "CCONJ")) {
        return false;
      }
    }
    return false;
  }

  /** Whether the comma closes what one a few words before it opened. */
  private static boolean isOpened(Sentence sentence, int comma) {
    for (int i = comma - 1; i > Math.max(0, comma - 7); i--) {
      if (sentence.at(i).is(",")) {
        return isApposition(sentence, i, comma + 2);
      }
    }
    return false;
  }

  static boolean end(Sentence sentence, int comma, int end) {
    boolean closes = comma + 1 < end && sentence.at(comma + 1).tagged("VERB", "AUX");
    boolean opened = isOpened(sentence, comma);
    if (isApposition(sentence, comma, end) || closes && opened) {
      return false;
    }
    for (int i = comma + 1; i < Math.min(end, comma + 8); i++) {
      Token token = sentence.at(i);
      if (token.tagged("VERB", "AUX") && !token.lower().endsWith("ed")
          || token.is("said")
          || token.is("according")) {
        return true;
      }
    }
    return end - comma <= 2;
  }
}
