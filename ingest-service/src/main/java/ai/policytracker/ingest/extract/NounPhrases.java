package ai.policytracker.ingest.extract;

import ai.policytracker.ingest.extract.SubjectFinder.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where noun phrases begin and end, and which are co-ordinated. */
final class NounPhrases {
  private static final Set<String> INTRODUCING =
      Set.of("than", "after", "before", "since", "until", "as", "because");
  private static final Set<String> RELATIVES = Set.of("which", "who", "that");

  private final Sentence sentence;

  NounPhrases(Sentence sentence) {
    this.sentence = sentence;
  }

  /** The phrase that ends at the token, with those that it is co-ordinated with. */
  List<Phrase> endingAt(int last, boolean antecedent) {
    int start = start(last);
    boolean object = isObject(start) && !antecedent;
    return object ? List.of(new Phrase(start, last + 1)) : coordinated(start, last + 1);
  }

  /** The object of a preposition is no subject. */
  boolean isObject(int first) {
    return first > 0
        && sentence.at(first - 1).tagged("ADP")
        && !word(first - 1).equals("that")
        && !INTRODUCING.contains(word(first - 1));
  }

  int opening(int closing) {
    for (int i = closing; i >= 0; i--) {
      if (word(i).equals("(")) {
        return i;
      }
    }
    return closing;
  }

  boolean isNominal(int i) {
    Token token = sentence.at(i);
    return token.tagged("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM")
        || token.is("'s")
        || token.is("'") && word(i - 1).endsWith("s")
        || sentence.companyAt(i) != null;
  }

  int start(int last) {
    int start = last;
    if (start > 1 && word(start - 1).equals(")")) {
      start = Math.max(0, opening(start - 1));
    }
    while (start > 0
        && (isNominal(start - 1) || (word(start - 1).equals("-") && start > 1))
        && !sentence.isDate(start - 1)
        && !RELATIVES.contains(word(start - 1))
        && !(sentence.at(start).tagged("PRON") && start == last)) {
      start--;
      if (start > 1 && word(start - 1).equals(")")) {
        start = opening(start - 1);
      }
    }
    return start;
  }

  private List<Phrase> coordinated(int start, int to) {
    List<Phrase> phrases = new ArrayList<>();
    phrases.add(new Phrase(start, to));
    boolean list = false;
    int i = start - 1;
    while (i > 0) {
      boolean and = word(i).equals("and") || word(i).equals("or");
      boolean comma = word(i).equals(",");
      if (!(and || (comma && list))
          || !isNominal(and && word(i - 1).equals(",") ? i - 2 < 0 ? 0 : i - 2 : i - 1)) {
        break;
      }
      int end = and && word(i - 1).equals(",") ? i - 1 : i;
      if (end < 1 || sentence.isDate(end - 1)) {
        break;
      }
      int first = start(end - 1);
      phrases.addFirst(new Phrase(first, end));
      list = true;
      i = first - 1;
    }
    return phrases;
  }

  private String word(int i) {
    return i < 0 || i >= sentence.size() ? "" : sentence.at(i).lower();
  }
}
