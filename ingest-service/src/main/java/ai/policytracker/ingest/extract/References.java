package ai.policytracker.ingest.extract;

import java.util.Set;

/** Words that mean what was spoken of before: "the tool", "its sales", "it". */
final class References {
  private static final Set<String> NOUNS = Words.set("referring nouns");
  private static final Set<String> OTHERS =
      Set.of("older", "another", "second", "third", "unrelated", "separate");
  private static final Set<String> RELATIVES = Set.of("that", "which", "who", "whose");
  private static final Set<String> PRONOUNS = Set.of("it", "them");
  private static final Set<String> WHOLES =
      Set.of(
          "site",
          "sites",
          "manager",
          "managers",
          "director",
          "chief",
          "centre",
          "center",
          "team",
          "teams",
          "engineer",
          "engineers",
          "officer",
          "head",
          "executive",
          "store",
          "stores",
          "maker",
          "makers",
          "company",
          "firm",
          "drivers",
          "staff",
          "workers");
  private static final int MAX_PHRASE = 4;

  private References() {}

  /** Whether one of the tokens does; a pronoun in a relative clause means its own head. */
  static boolean any(Sentence sentence, int from, int to) {
    boolean relative = false;
    for (int i = Math.max(0, from); i < Math.min(to, sentence.size()); i++) {
      Token token = sentence.at(i);
      boolean pronoun = relative && PRONOUNS.contains(token.lower());
      if (NOUNS.contains(token.lower())
          && !pronoun
          && !isPart(sentence, i)
          && !isOther(sentence, i)) {
        return true;
      }
      relative |=
          RELATIVES.contains(token.lower()) && i > from && sentence.at(i - 1).tagged("NOUN");
    }
    return false;
  }

  /** "a test site" is no test. */
  private static boolean isPart(Sentence sentence, int i) {
    if (i + 1 >= sentence.size() || !sentence.at(i).tagged("NOUN")) {
      return false;
    }
    return WHOLES.contains(sentence.at(i + 1).lower());
  }

  /** "older products", "her access". */
  private static boolean isOther(Sentence sentence, int i) {
    for (int at = i - 1; at >= Math.max(0, i - MAX_PHRASE); at--) {
      if (OTHERS.contains(sentence.at(at).lower())) {
        return true;
      }
      if (!sentence.at(at).tagged("ADJ", "NOUN", "DET", "NUM", "PROPN", "PRON")) {
        return false;
      }
    }
    return false;
  }
}
