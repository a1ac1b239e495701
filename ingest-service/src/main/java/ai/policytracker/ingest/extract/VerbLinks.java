package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;

/** How a verb hangs together with those before it. */
final class VerbLinks {
  private static final Set<String> LETTING = Set.of("let", "make", "help");

  private final Sentence sentence;
  private final List<Verb> verbs;

  /**
   * @param verbs those read so far; grows
   */
  VerbLinks(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
  }

  /** "let developers publish": a plain form after a verb of letting and whom it lets. */
  boolean isLet(int from) {
    if (verbs.isEmpty() || !LETTING.contains(verbs.getLast().lemma())) {
      return false;
    }
    for (int i = verbs.getLast().head() + 1; i < from; i++) {
      if (sentence.at(i).tagged("PUNCT", "SCONJ") && !sentence.at(i).is("-")) {
        return false;
      }
    }
    return from > verbs.getLast().head() + 1;
  }

  /**
   * With the last verb, or the last of the same modal: "would stop what people use, and would
   * limit".
   */
  int joined(int from, String modal) {
    boolean and = from > 1 && Set.of("and", "or", "then", "but").contains(word(from - 1));
    if (!and || verbs.isEmpty()) {
      return -1;
    }
    for (int n = verbs.size() - 1; n >= 0 && !modal.isEmpty(); n--) {
      if (verbs.get(n).modal().equals(modal)) {
        return n;
      }
    }
    return modal.isEmpty() ? verbs.size() - 1 : lastTold();
  }

  /** A verb with a modal goes on from one with tense, not from "helping people get back". */
  private int lastTold() {
    for (int n = verbs.size() - 1; n >= 0; n--) {
      Verb verb = verbs.get(n);
      boolean bare = verb.first() == verb.head() && isPlain(verb.head());
      if (verb.finite() && !bare) {
        return n;
      }
    }
    return verbs.size() - 1;
  }

  int governor(Verb.Form form, int from) {
    if (verbs.isEmpty() || form == Verb.Form.FINITE || form == Verb.Form.PARTICIPLE) {
      return -1;
    }
    Verb last = verbs.getLast();
    for (int i = last.head() + 1; i < from; i++) {
      Token token = sentence.at(i);
      boolean boundary =
          ";:\"(".contains(token.lower()) || (token.is(",") && form == Verb.Form.GERUND);
      if (boundary || token.is("which") || token.is("who")) {
        return -1;
      }
    }
    boolean gerund = form == Verb.Form.GERUND;
    if (gerund
        && from - 1 > last.head()
        && !Set.of("against", "to", "on", "off").contains(word(from - 1))) {
      return -1;
    }
    return last.number();
  }

  private boolean isPlain(int head) {
    String word = word(head);
    return word.equals(Lexicon.lemma(word));
  }

  private String word(int i) {
    return i < 0 || i >= sentence.size() ? "" : sentence.at(i).lower();
  }
}
