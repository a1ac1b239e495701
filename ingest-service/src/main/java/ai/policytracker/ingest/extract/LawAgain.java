package ai.policytracker.ingest.extract;

import java.util.Set;

/** Words that mean a law which was just spoken of: "it", "the idea", "both". */
final class LawAgain {
  private static final Set<String> LAWS_MEANT = Set.of("both", "pair", "neither", "either");
  private static final Set<String> IDEAS =
      Set.of("idea", "plan", "plans", "proposals", "concept", "suggestion", "change");
  private static final Set<String> LAWS_AGAIN =
      Set.of("idea", "text", "exception", "exemption", "plan", "reform", "duty", "pair", "freeze");

  private final Sentence sentence;
  private final boolean lawBefore;

  LawAgain(Sentence sentence, boolean lawBefore) {
    this.sentence = sentence;
    this.lawBefore = lawBefore;
  }

  /** "opposes the idea", where a law was spoken of. */
  private boolean isIdea(int i) {
    return LAWS_AGAIN.contains(sentence.at(i).lower())
        && Set.of("the", "this", "that").contains(sentence.at(i - 1).lower());
  }

  /** "spoke up for it", where a law was spoken of. */
  boolean isMeant(Verb verb) {
    if (!lawBefore || !verb.means(VerbClass.SUPPORT, VerbClass.OPPOSE)) {
      return false;
    }
    if (verb.first() == 0 && verb.finite() && verb.first() == verb.head()) {
      return true;
    }
    int to = Math.min(verb.end(), verb.head() + 7);
    for (int i = verb.head() + 1; i < to; i++) {
      boolean idea = IDEAS.contains(sentence.at(i).lower()) && sentence.at(i - 1).is("the");
      boolean one =
          idea
              || sentence.at(i).is("one") && sentence.at(i - 1).is("that")
              || LAWS_MEANT.contains(sentence.at(i).lower())
                  && (i + 1 == sentence.size()
                      || !sentence.at(i + 1).tagged("NOUN", "PROPN", "NUM"));
      boolean number = sentence.at(i).text().matches("\\d{3,4}") && !sentence.isDate(i);
      if (one
          || number && verb.means(VerbClass.OPPOSE) && i == verb.head() + 2
          || isIdea(i)
          || sentence.at(i).is("it")
              && (i + 1 == sentence.size()
                  || sentence.at(i + 1).tagged("PUNCT", "ADP", "ADV", "CCONJ", "SCONJ"))) {
        return true;
      }
    }
    return false;
  }
}
