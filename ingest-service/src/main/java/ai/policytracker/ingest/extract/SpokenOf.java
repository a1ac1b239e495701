package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;

/** Tells a company's name by the sentences after it, which speak of "the company". */
final class SpokenOf {
  private static final Set<String> OWN = Words.set("own of companies");
  private static final int COREFERENCE_SENTENCES = 2;

  private final List<List<Token>> sentences;

  SpokenOf(List<List<Token>> sentences) {
    this.sentences = sentences;
  }

  /** A single name that says or does something, spoken of as "the company" right after. */
  boolean isTheCompany(int sentence, int from, int to) {
    List<Token> tokens = sentences.get(sentence);
    boolean begins =
        from == 0
            || CompanyClues.is(tokens, from - 1, ",")
            || CompanyClues.is(tokens, from - 1, "that");
    if (CompanyClues.PEOPLE.contains(tokens.get(from).lower())) {
      return false;
    }
    if (sentence > 1 || to - from > 1 || !begins || to >= tokens.size()) {
      return false;
    }
    if (!CompanyClues.SAYING.contains(tokens.get(to).lower())
        || tokens.get(from).text().length() < 3) {
      return false;
    }
    int last = Math.min(sentences.size(), sentence + COREFERENCE_SENTENCES + 1);
    for (int s = sentence; s < last; s++) {
      List<Token> words = sentences.get(s);
      for (int i = s == sentence ? to : 0; i + 1 < words.size(); i++) {
        boolean meant = words.get(i).is("the") || words.get(i).is("its");
        int noun = nounAfter(words, i);
        boolean own = words.get(i).is("its") && OWN.contains(words.get(i + 1).lower());
        if (own && s == sentence) {
          return true;
        }
        if (meant
            && noun > 0
            && noun + 1 < words.size()
            && !CompanyClues.isNonProfit(words, i, noun)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int nounAfter(List<Token> words, int the) {
    for (int i = the + 1; i < Math.min(words.size(), the + 4); i++) {
      if (CompanyClues.BUSINESSES.contains(words.get(i).lower())) {
        return i;
      }
    }
    return -1;
  }
}
