package ai.policytracker.ingest.extract;

import java.util.Set;

/** Words that mean a law which was just spoken of: "it", "the idea", "both". */
final class LawAgain {
  private static final Set<String> LAWS_MEANT = Set.of("both", "pair", "neither", "either");
  private static final Set<String> LAWS_AGAIN = Words.set("laws told of again");
  private static final Set<String> DEFINITE = Set.of("the", "this", "that", "such", "'s", "its");

  private final Sentence sentence;
  private final boolean lawBefore;

  LawAgain(Sentence sentence, boolean lawBefore) {
    this.sentence = sentence;
    this.lawBefore = lawBefore;
  }

  /** "opposes the idea", "the opt-out model", where a law was spoken of. */
  private boolean isIdea(int i) {
    if (!LAWS_AGAIN.contains(sentence.at(i).lower())) {
      return false;
    }
    int at = i - 1;
    while (at > 0 && at > i - 5 && sentence.at(at).tagged("NOUN", "ADJ", "PUNCT", "ADP")) {
      at--;
    }
    return DEFINITE.contains(sentence.at(at).lower());
  }

  /** "spoke up for it": the token that means the law, where one was spoken of; else -1. */
  int meantBy(Verb verb) {
    if (!lawBefore || !verb.means(VerbClass.SUPPORT, VerbClass.OPPOSE)) {
      return -1;
    }
    if (verb.first() == 0 && verb.finite() && verb.first() == verb.head()) {
      return verb.head() + 1;
    }
    int to = Math.min(verb.end(), verb.head() + 7);
    for (int i = verb.head() + 1; i < to; i++) {
      boolean number = sentence.at(i).text().matches("\\d{3,4}") && !sentence.isDate(i);
      if (isPronoun(i)
          || number && verb.means(VerbClass.OPPOSE) && i == verb.head() + 2
          || isIdea(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isPronoun(int i) {
    Token token = sentence.at(i);
    boolean ends = i + 1 == sentence.size();
    boolean several = LAWS_MEANT.contains(token.lower());
    return token.is("one") && sentence.at(i - 1).is("that")
        || several && (ends || !sentence.at(i + 1).tagged("NOUN", "PROPN", "NUM"))
        || token.is("it")
            && (ends
                || sentence.at(i + 1).tagged("PUNCT", "ADP", "ADV", "CCONJ", "SCONJ")
                || sentence.at(i + 1).is("to"));
  }
}
