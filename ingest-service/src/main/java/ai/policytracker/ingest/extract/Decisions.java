package ai.policytracker.ingest.extract;

import java.util.Set;

/** Nouns that lead to a deed: "Reddit's decision to block", "its plan to stop". */
final class Decisions {
  static final Set<String> NOUNS = Words.set("decisions");

  private Decisions() {}

  /** The token of the noun that an infinitive depends on, or -1. */
  static int nounOf(Sentence sentence, Verb verb) {
    int to = verb.first() - 1;
    while (to > 0 && sentence.at(to).tagged("ADV") && !sentence.at(to).is("to")) {
      to--;
    }
    boolean infinitive = verb.form() == Verb.Form.INFINITIVE && verb.governor() < 0;
    return infinitive
            && to > 0
            && sentence.at(to).is("to")
            && NOUNS.contains(sentence.at(to - 1).lower())
        ? to - 1
        : -1;
  }
}
