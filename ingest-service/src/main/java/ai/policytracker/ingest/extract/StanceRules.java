package ai.policytracker.ingest.extract;

import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which verbs take a side on a law: only where a law stands among the words that they govern. */
final class StanceRules {
  private static final Set<String> LAWMAKERS = Words.set("lawmakers");
  private static final Set<String> LAWMAKING = Words.set("lawmaking");
  private static final Set<String> DUTY = Set.of("should", "must", "ought", "need", "needs");
  private static final Set<String> CHANGES = Words.set("changes of law");
  private static final Set<String> USERS = Words.set("users");
  private static final List<String> NEEDED = Words.phrases("law is needed");
  private static final Set<String> PRESSING = Words.set("pressing");
  private static final Set<String> CONDITIONAL =
      Set.of("should", "must", "could", "might", "may", "can");

  private final Sentence sentence;
  private final List<Verb> verbs;

  private final boolean code;
  private final boolean lawBefore;

  /**
   * @param code whether the article is about a code that companies sign
   * @param lawBefore whether "it" may mean a law that was just spoken of
   */
  StanceRules(Sentence sentence, List<Verb> verbs, boolean code, boolean lawBefore) {
    this.lawBefore = lawBefore;
    this.sentence = sentence;
    this.verbs = verbs;
    this.code = code;
  }

  List<Act> acts() {
    List<Act> acts = new ArrayList<>();
    if (sentence.size() == 0
        || sentence.at(sentence.size() - 1).is("?")
        || Retold.isTakenBack(sentence)) {
      return acts;
    }
    for (Verb verb : verbs) {
      Chain chain = Chain.of(verb, verbs);
      if (!CONDITIONAL.contains(chain.modal()) && verb.form() != Verb.Form.PARTICIPLE) {
        Act act = act(chain);
        if (act != null
            && acts.stream()
                .noneMatch(a -> a.stance() == act.stance() && a.from() >= act.from() - 12)) {
          acts.add(act);
        }
      }
    }
    return acts;
  }

  private Act act(Chain chain) {
    Verb verb = chain.verb();
    int end = reach(verb);
    boolean signs =
        verb.means(VerbClass.SIGN) && (isCode(verb, end) || code && verb.lemma().equals("sign"));
    if (signs) {
      boolean refused = chain.negated() || chain.governedBy(VerbClass.REFUSE);
      return refused ? act(chain, end, Stance.OPPOSES, 0.85) : null;
    }
    int law = Targets.lawAt(sentence, verb.head() + 1, end);
    law = law < 0 && law(verb) ? verb.head() + 1 : law;
    int next = Math.min(verb.head() + 1, sentence.size() - 1);
    if (USERS.contains(sentence.at(next).lower())) {
      return null;
    }
    if (demandsRewriting(verb)) {
      return act(chain, end, Stance.SEEKS_CHANGES, 0.75);
    }
    Stance side = side(verb, law, end);
    if (side != null) {
      return act(chain, end, side, 0.8);
    }
    return verb.means(VerbClass.SUPPORT) && !verb.negated() ? null : said(chain);
  }

  /** The side that the verb takes on the law at the token, or null. */
  private Stance side(Verb verb, int law, int end) {
    boolean presses = PRESSING.contains(verb.lemma()) || verb.means(VerbClass.SUPPORT);
    if (presses && !verb.negated() && law >= 0 && changes(verb.head(), Math.min(end, law + 8))) {
      return Stance.SEEKS_CHANGES;
    }
    boolean asks = presses && !verb.negated() && lawBefore && !verb.passive();
    if (asks && law < 0 && changes(verb.head(), Math.min(verb.end(), verb.head() + 6))) {
      return Stance.SEEKS_CHANGES;
    }
    if (verb.means(VerbClass.OPPOSE) && law >= 0 && law - verb.head() <= 9) {
      return verb.negated() ? Stance.SUPPORTS : Stance.OPPOSES;
    }
    if (verb.means(VerbClass.SUPPORT) && !verb.negated()) {
      boolean direct = law >= 0 && law - verb.head() <= (isRequest(verb) ? 14 : 8);
      return direct || isCallToRegulate(verb, end) ? Stance.SUPPORTS : null;
    }
    return null;
  }

  /** What a company says of a law that ought to be or to change. */
  private Act said(Chain chain) {
    Verb verb = chain.verb();
    if (!verb.means(VerbClass.SAY, VerbClass.PLAN)) {
      return null;
    }
    if (saysLawNeedsChange(verb)) {
      return act(chain, sentence.size(), Stance.SEEKS_CHANGES, 0.7);
    }
    return saysLawIsNeeded(verb)
            || Words.holdAny(sentence.words(verb.head(), sentence.size()), NEEDED)
        ? act(chain, sentence.size(), Stance.SUPPORTS, 0.7)
        : null;
  }

  private Act act(Chain chain, int end, Stance stance, double strength) {
    Verb verb = chain.verb();
    return new Act(
        Kind.LOBBYING_STANCE, null, Modality.DECIDED, verb, verb.head(), end, stance, strength);
  }

  /** Calls on lawmakers reach over their infinitives, up to the next clause. */
  private int reach(Verb verb) {
    return Math.max(verb.end(), Math.min(sentence.size(), verb.head() + 6));
  }

  private static boolean isRequest(Verb verb) {
    return PRESSING.contains(verb.lemma());
  }

  private boolean isCode(Verb verb, int end) {
    for (int i = verb.head() + 1; i < Math.min(end, verb.head() + 12); i++) {
      if (Commitments.CODES.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private boolean changes(int from, int to) {
    for (int i = from; i < to; i++) {
      if (CHANGES.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private boolean isCallToRegulate(Verb verb, int end) {
    boolean lawmaker = false;
    for (int i = verb.head() + 1; i < Math.min(end, verb.head() + 14); i++) {
      String word = sentence.at(i).lower();
      lawmaker |= LAWMAKERS.contains(word);
      if (lawmaker && word.equals("regulate") || word.equals("regulated")) {
        return true;
      }
    }
    return false;
  }

  /** "demanded that it be rewritten". */
  private boolean demandsRewriting(Verb verb) {
    boolean demands = Set.of("demand", "ask", "want", "insist", "urge").contains(verb.lemma());
    return demands
        && !verb.negated()
        && lawBefore
        && verbs.stream()
            .anyMatch(
                v ->
                    v.number() == verb.number() + 1
                        && v.passive()
                        && !v.negated()
                        && v.means(VerbClass.WEAKEN)
                        && sentence.words(verb.head() + 1, v.first()).startsWith("that "));
  }

  /** "spoke up for it", where a law was spoken of. */
  private boolean law(Verb verb) {
    if (!lawBefore || !verb.means(VerbClass.SUPPORT, VerbClass.OPPOSE)) {
      return false;
    }
    if (verb.first() == 0 && verb.finite() && verb.first() == verb.head()) {
      return true;
    }
    int to = Math.min(verb.end(), verb.head() + 7);
    for (int i = verb.head() + 1; i < to; i++) {
      boolean one = sentence.at(i).is("one") && sentence.at(i - 1).is("that");
      if (one
          || sentence.at(i).is("it")
              && (i + 1 == sentence.size()
                  || sentence.at(i + 1).tagged("PUNCT", "ADP", "ADV", "CCONJ", "SCONJ"))) {
        return true;
      }
    }
    return false;
  }

  /** "said the bill should be narrowed". */
  private boolean saysLawNeedsChange(Verb saying) {
    for (Verb verb : verbs) {
      boolean needed = Set.of("should", "must").contains(verb.modal()) && !verb.negated();
      if (verb.number() <= saying.number() || !needed) {
        continue;
      }
      int law = Targets.lawAt(sentence, saying.head() + 1, verb.first());
      if (verb.passive() && verb.means(VerbClass.WEAKEN) && law >= 0) {
        return true;
      }
      if (!verb.passive()
          && verb.means(VerbClass.WEAKEN)
          && isLawmaker(saying.head(), verb.first())) {
        return Targets.lawAt(sentence, verb.head(), verb.end()) >= 0;
      }
    }
    return false;
  }

  private boolean isLawmaker(int from, int to) {
    for (int i = from; i < to; i++) {
      if (LAWMAKERS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "governments ought to set tougher rules", said by the company. */
  private boolean saysLawIsNeeded(Verb verb) {
    for (int i = verb.head() + 1; i < sentence.size(); i++) {
      if (!DUTY.contains(sentence.at(i).lower())) {
        continue;
      }
      boolean lawmaker = false;
      for (int j = Math.max(verb.head() + 1, i - 4); j < i; j++) {
        lawmaker |= LAWMAKERS.contains(sentence.at(j).lower());
      }
      for (int j = i + 1; lawmaker && j < Math.min(sentence.size(), i + 4); j++) {
        if (LAWMAKING.contains(sentence.at(j).lower())) {
          return Targets.lawAt(sentence, i, Math.min(sentence.size(), i + 10)) >= 0
              || sentence.at(j).is("regulate");
        }
      }
    }
    return false;
  }
}
