package ai.policytracker.ingest.extract;

import java.util.Set;

/** Where the words end that belong to a verb. */
final class ClauseEnd {
  private static final Set<String> CUTS =
      Set.of(
          "because",
          "although",
          "though",
          "whereas",
          "which",
          "who",
          "whose",
          "but",
          "if",
          "unless",
          "when",
          "where",
          "as",
          "after",
          "since");

  private static final Set<String> TELLING =
      Set.of(
          "saying",
          "citing",
          "arguing",
          "adding",
          "noting",
          "explaining",
          "according",
          "telling",
          "warning",
          "insisting",
          "claiming",
          "stating");

  private final Sentence sentence;

  ClauseEnd(Sentence sentence) {
    this.sentence = sentence;
  }

  /** Where the words end that belong to the verb. */
  int after(int head) {
    for (int i = head + 1; i < sentence.size(); i++) {
      Token token = sentence.at(i);
      boolean comma = sentence.at(i - 1).is(",");
      if (token.is(";")
          || token.is(":")
          || (i > head + 2 && token.is("\"") && sentence.at(i - 1).tagged("PUNCT"))) {
        return i;
      }
      if (CUTS.contains(token.lower())
          && !(token.is("as") && word(i - 1).equals("such"))
          && (comma || !token.is("as") && !token.is("who"))) {
        return i;
      }
      if (token.is(",") && (startsClause(i + 1) || TELLING.contains(word(i + 1)))) {
        return i;
      }
    }
    return sentence.size();
  }

  /** After a comma: a subject with its verb, or a verb of saying, before the next comma. */
  private boolean startsClause(int from) {
    for (int i = from; i < Math.min(sentence.size(), from + 9); i++) {
      Token token = sentence.at(i);
      if (token.is(",") || token.is("that") || token.is("which") || token.is("and") && i > from) {
        return false;
      }
      if (Clauses.isAux(token)
          || (Clauses.isVerb(sentence, i)
              && !token.lower().endsWith("ing")
              && i > from
              && !word(i - 1).equals("to"))) {
        return true;
      }
    }
    return false;
  }

  private String word(int i) {
    return i < 0 || i >= sentence.size() ? "" : sentence.at(i).lower();
  }
}
