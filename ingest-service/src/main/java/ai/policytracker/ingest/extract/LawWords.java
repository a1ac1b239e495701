package ai.policytracker.ingest.extract;

import java.util.Set;

/** Words that name a law. */
final class LawWords {
  private static final Set<String> LAWS = Words.set("laws");

  private LawWords() {}

  /** The first token from {@code from} to {@code to} (exclusive) that names a law, or -1. */
  static int at(Sentence sentence, int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(to, sentence.size()); i++) {
      Token token = sentence.at(i);
      boolean verb = token.tagged("VERB") && !token.is("regulate") && !token.is("regulating");
      boolean enforcement = i + 1 < sentence.size() && sentence.at(i + 1).is("enforcement");
      boolean order = token.is("order") && i > 0 && sentence.at(i - 1).is("executive");
      if ((LAWS.contains(token.lower()) || order)
          && !verb
          && !enforcement
          && (!token.is("act") || token.capitalised() || isActNoun(sentence, i))) {
        return i;
      }
      if (i + 1 < sentence.size() && (token.is("ab") || token.is("sb")) && token.capitalised()) {
        return i;
      }
    }
    return -1;
  }

  /** "the state's biometric privacy act". */
  private static boolean isActNoun(Sentence sentence, int i) {
    boolean of = i + 1 < sentence.size() && sentence.at(i + 1).is("of");
    boolean the = i > 0 && Set.of("the", "this", "that").contains(sentence.at(i - 1).lower());
    return i > 0
        && sentence.at(i).tagged("NOUN")
        && !of
        && (the || i > 1 && sentence.at(i - 1).tagged("NOUN"));
  }
}
