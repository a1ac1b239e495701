package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;

/**
 * A name in its sentence.
 *
 * @param tokens of the sentence, untagged
 * @param from first token of the name
 * @param to the token after it
 */
record Surroundings(List<Token> tokens, int from, int to) {
  private static final Set<String> SAID = Words.set("said");
  private static final Set<String> DEEDS = Words.set("deeds");
  private static final Set<String> AUXILIARIES = Words.set("auxiliaries");
  private static final int NEAR = 4;

  /** The word at the token in small letters; empty outside of the sentence. */
  String lower(int i) {
    return i < 0 || i >= tokens.size() ? "" : tokens.get(i).lower();
  }

  boolean is(int i, String word) {
    return lower(i).equals(word);
  }

  boolean isAny(int i, String... words) {
    for (String word : words) {
      if (is(i, word)) {
        return true;
      }
    }
    return false;
  }

  boolean isCapitalised(int i) {
    return i >= 0 && i < tokens.size() && tokens.get(i).capitalised();
  }

  boolean hasSeveralWords() {
    return to - from > 1;
  }

  /** Whether one of the words stands among the few before the token. */
  boolean isNear(int at, Set<String> words) {
    for (int i = at - 1; i >= Math.max(0, at - NEAR); i--) {
      if (words.contains(lower(i))) {
        return true;
      }
    }
    return false;
  }

  boolean isSaid(int i) {
    return SAID.contains(lower(i));
  }

  boolean isDeed(int i) {
    return DEEDS.contains(lower(i));
  }

  boolean isAuxiliary(int i) {
    return AUXILIARIES.contains(lower(i));
  }

  boolean isVerb(int i) {
    return isSaid(i) || isDeed(i) || isAuxiliary(i);
  }
}
