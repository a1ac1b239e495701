package ai.policytracker.ingest.extract;

import java.util.List;
import java.util.Set;

/** What companies have against a law: that it be changed, or that it be stopped altogether. */
final class Reservations {
  private static final Set<String> CHANGES = Words.set("changes of law");
  private static final Set<String> PRESSING = Words.set("pressing");
  private static final List<String> RESERVING = List.of("but", "although", "though", "provided");
  private static final int REACH = 14;

  private final Sentence sentence;
  private final List<Verb> verbs;

  Reservations(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
  }

  /** Whether a word among the tokens asks for another law, as in "softened", "a longer delay". */
  boolean changes(int from, int to) {
    for (int i = from; i < Math.min(to, sentence.size()); i++) {
      boolean not = i > 0 && Set.of("not", "n't", "never").contains(sentence.at(i - 1).lower());
      if (CHANGES.contains(sentence.at(i).lower()) && !not) {
        return true;
      }
    }
    return false;
  }

  /** "supports the bill in principle but has asked for a chapter to be removed". */
  boolean isButToChange(Verb support) {
    for (Verb verb : verbs) {
      boolean asks = PRESSING.contains(verb.lemma()) || verb.modal().equals("should");
      boolean but =
          verb.number() > support.number()
              && Words.holdAny(sentence.words(support.head(), verb.head()), RESERVING);
      if (asks && but && !verb.negated() && changes(verb.head(), verb.head() + 10)) {
        return true;
      }
    }
    return false;
  }

  /** "asked the governor to veto the pair", "called on MPs to vote down the bill". */
  boolean isAskedFor(Verb verb, boolean law) {
    if (!law || verb.negated() || verb.passive()) {
      return false;
    }
    int to = Math.min(sentence.size(), verb.head() + REACH);
    return verbs.stream()
        .anyMatch(
            v ->
                v.head() > verb.head()
                    && v.head() < to
                    && v.form() == Verb.Form.INFINITIVE
                    && !v.negated()
                    && isKilling(v));
  }

  private boolean isKilling(Verb verb) {
    String next = sentence.words(verb.head() + 1, verb.head() + 2);
    return Set.of("veto", "reject", "kill", "block", "defeat").contains(verb.lemma())
        || verb.lemma().equals("vote") && Set.of("down", "against").contains(next)
        || Set.of("drop", "withdraw", "abandon").contains(verb.lemma())
            && LawWords.at(sentence, verb.head() + 1, verb.head() + 4) >= 0
        || verb.lemma().equals("rule") && next.equals("out")
        || verb.lemma().equals("throw") && next.equals("out");
  }

  /** "demanded that it be rewritten". */
  boolean demandsRewriting(Verb verb) {
    boolean demands = Set.of("demand", "ask", "want", "insist", "urge").contains(verb.lemma());
    return demands
        && !verb.negated()
        && verbs.stream()
            .anyMatch(
                v ->
                    v.number() == verb.number() + 1
                        && v.passive()
                        && !v.negated()
                        && v.means(VerbClass.WEAKEN)
                        && sentence.words(verb.head() + 1, v.first()).startsWith("that "));
  }
}
