package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;

/** What "the company", "the city" in the sentences after a name tells of it. */
final class NameReferences {
  private static final Set<String> COMPANY = Words.set("the company");
  private static final Set<String> BODY = Words.set("the body");
  private static final Set<String> NON_PROFIT = Words.set("non-profit");
  private static final Set<String> VERBS = Words.set("said", "deeds");
  private static final Set<String> AUXILIARIES = Words.set("auxiliaries");
  private static final int REACH = 2;
  private static final int MAX_GAP = 5;

  private final List<List<Token>> sentences;

  NameReferences(List<List<Token>> sentences) {
    this.sentences = sentences;
  }

  /** Signs for the first name of a sentence, whether it is one of a company or not. */
  void collect(int sentence, int to, boolean[] hasOther, Set<Sign> signs) {
    for (int s = sentence; s < Math.min(sentences.size(), sentence + REACH + 1); s++) {
      if (s > sentence && hasOther[s] && !begins(sentences.get(s))) {
        return;
      }
      List<Token> tokens = sentences.get(s);
      for (int i = s == sentence ? to : 0; i + 1 < tokens.size(); i++) {
        boolean definite = tokens.get(i).is("the") || tokens.get(i).is("this");
        Sign sign = definite ? sign(tokens, i) : null;
        if (sign != null) {
          signs.add(sign);
          return;
        }
      }
      if (s > sentence && hasOther[s]) {
        return;
      }
    }
  }

  /** "At Nexatron nobody may, the Austin firm said": about the only name of the sentence. */
  void collectSame(int sentence, int to, Set<Sign> signs) {
    List<Token> tokens = sentences.get(sentence);
    for (int i = to; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).is("the") && isSubject(tokens, i)) {
        signs.add(Sign.THE_FIRM);
        return;
      }
    }
  }

  /** Whether a company noun stands after "the", and a verb after that. */
  private static boolean isSubject(List<Token> tokens, int the) {
    for (int i = the + 1; i < Math.min(tokens.size() - 1, the + MAX_GAP); i++) {
      String word = tokens.get(i).lower();
      if (!Character.isLetter(word.charAt(0)) && !word.equals("-") || NON_PROFIT.contains(word)) {
        return false;
      }
      String next = tokens.get(i + 1).lower();
      if (COMPANY.contains(word)
          && (VERBS.contains(next) || AUXILIARIES.contains(next) || next.matches("[a-z]{3,}ed"))) {
        return true;
      }
    }
    return false;
  }

  /** "The company", "The Austin firm" at the head of the sentence: about the name before. */
  private static boolean begins(List<Token> tokens) {
    return !tokens.isEmpty() && tokens.get(0).is("the") && sign(tokens, 0) != null;
  }

  /** Whether the first words of the sentence speak of "the company", "the Lisbon distributor". */
  static boolean isSpokenOf(List<Token> tokens) {
    for (int i = 0; i < Math.min(tokens.size(), MAX_GAP + 1); i++) {
      if (tokens.get(i).is("the") && sign(tokens, i) == Sign.THE_COMPANY) {
        return true;
      }
    }
    return false;
  }

  private static Sign sign(List<Token> tokens, int the) {
    for (int i = the + 1; i < Math.min(tokens.size(), the + 1 + MAX_GAP); i++) {
      String word = tokens.get(i).lower();
      boolean head =
          i + 1 >= tokens.size()
              || !tokens.get(i + 1).is("-")
                  && !COMPANY.contains(tokens.get(i + 1).lower())
                  && !BODY.contains(tokens.get(i + 1).lower());
      if (NON_PROFIT.contains(word)) {
        return the == 0 ? Sign.THE_BODY : null;
      }
      if (head && COMPANY.contains(word)) {
        return Sign.THE_COMPANY;
      }
      if (head && BODY.contains(word)) {
        return the == 0 ? Sign.THE_BODY : null;
      }
      if (!Character.isLetter(word.charAt(0)) && !word.equals("-")) {
        return null;
      }
    }
    return null;
  }
}
