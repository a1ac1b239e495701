package ai.policytracker.ingest.extract;

import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which verbs take a side on a law: only where a law stands among the words that they govern. */
final class StanceRules {
  private static final List<String> POLLS =
      List.of("per cent said", "percent said", "% said", "per cent of", "respondents");
  private static final Set<String> LAWS_MEANT = Set.of("both", "pair", "neither", "either");
  private static final Set<String> IDEAS =
      Set.of("idea", "plan", "plans", "proposals", "concept", "suggestion", "change");
  private static final Set<String> LAWS_AGAIN =
      Set.of("idea", "text", "exception", "exemption", "plan", "reform", "duty", "pair", "freeze");
  private static final Set<String> LAWMAKERS = Words.set("lawmakers");
  private static final Set<String> USERS = Words.set("users");
  private static final List<String> NEEDED = Words.phrases("law is needed");
  private static final Set<String> DROPPING = Words.set("dropping of law");
  private static final Set<String> PRESSING = Words.set("pressing");
  private static final Set<String> CONDITIONAL =
      Set.of("should", "must", "could", "might", "may", "can");

  private final Sentence sentence;
  private final List<Verb> verbs;

  private final boolean code;
  private final boolean lawBefore;
  private final Sides sides;
  private final LawTalk talk;
  private final Reservations reservations;

  /**
   * @param code whether the article is about a code that companies sign
   * @param lawBefore whether "it" may mean a law that was just spoken of
   */
  StanceRules(Sentence sentence, List<Verb> verbs, boolean code, boolean lawBefore) {
    this.lawBefore = lawBefore;
    this.sentence = sentence;
    this.verbs = verbs;
    this.code = code;
    this.sides = new Sides(sentence, lawBefore);
    this.talk = new LawTalk(sentence, verbs);
    this.reservations = new Reservations(sentence, verbs);
  }

  List<Act> acts() {
    List<Act> acts = new ArrayList<>();
    if (sentence.size() == 0
        || sentence.at(sentence.size() - 1).is("?")
        || Retold.isTakenBack(sentence)
        || Set.of("neither", "none", "nobody").contains(sentence.at(0).lower())
        || Words.holdAny(sentence.words(0, sentence.size()), POLLS)) {
      return acts;
    }
    for (Verb verb : verbs) {
      Chain chain = Chain.of(verb, verbs);
      Act named = sides.act(verb);
      if (named != null && acts.isEmpty()) {
        acts.add(named);
      }
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
    Act act = plainly(chain);
    boolean supports = act != null && act.stance() == Stance.SUPPORTS;
    return supports && reservations.isButToChange(act.verb())
        ? act.taking(Stance.SEEKS_CHANGES)
        : act;
  }

  private Act plainly(Chain chain) {
    Verb verb = chain.verb();
    int end = reach(verb);
    boolean signs =
        verb.means(VerbClass.SIGN) && (isCode(verb, end) || code && verb.lemma().equals("sign"));
    if (signs) {
      boolean refused = chain.negated() || chain.governedBy(VerbClass.REFUSE);
      return refused ? act(chain, end, Stance.OPPOSES, 0.85) : null;
    }
    if (code && declinesToSign(verb)) {
      return act(chain, end, Stance.OPPOSES, 0.8);
    }
    int law = Targets.lawAt(sentence, verb.head() + 1, end);
    law = law < 0 && law(verb) ? verb.head() + 1 : law;
    int next = Math.min(verb.head() + 1, sentence.size() - 1);
    if (USERS.contains(sentence.at(next).lower())) {
      return null;
    }
    if (lawBefore && talk.isWorthIt(verb)) {
      return act(chain, sentence.size(), Stance.SUPPORTS, 0.7);
    }
    if (isRequest(verb) && reservations.isAskedFor(verb, law >= 0 || lawBefore)) {
      return act(chain, end, Stance.OPPOSES, 0.8);
    }
    if (lawBefore && reservations.demandsRewriting(verb)) {
      return act(chain, end, Stance.SEEKS_CHANGES, 0.75);
    }
    boolean rejects = verb.means(VerbClass.OPPOSE) && !verb.negated() && isCode(verb, end);
    if (code && rejects) {
      return act(chain, end, Stance.OPPOSES, 0.75);
    }
    Stance passive = passiveSide(verb);
    if (passive != null) {
      return act(chain, Math.max(end, verb.end()), passive, 0.75);
    }
    Stance side = side(verb, law, end);
    if (side != null) {
      return act(chain, end, side, 0.8);
    }
    return verb.means(VerbClass.SUPPORT) && !verb.negated() ? null : said(chain);
  }

  /** "declined to sign.": a short word that taggers take for a noun. */
  private boolean declinesToSign(Verb verb) {
    int sign = verb.head() + 2;
    boolean bare = sign + 1 >= sentence.size() || sentence.at(sign + 1).tagged("PUNCT");
    return Set.of("decline", "refuse").contains(verb.lemma())
        && !verb.negated()
        && sentence.words(verb.head() + 1, sign + 1).equals("to sign")
        && bare
        && verbs.stream().noneMatch(v -> v.head() == sign);
  }

  /** "The bill is backed by Anthropic". */
  private Stance passiveSide(Verb verb) {
    boolean by = Words.hold(sentence.words(verb.head() + 1, verb.head() + 3), "by");
    int law = Targets.lawAt(sentence, Math.max(0, verb.first() - 12), verb.first());
    if (!verb.passive() || !by || law < 0 || verb.negated()) {
      return null;
    }
    if (verb.means(VerbClass.SUPPORT)
        && verb.lemma().matches("support|back|endorse|champion|favou?r|welcome")) {
      return Stance.SUPPORTS;
    }
    return verb.means(VerbClass.OPPOSE) ? Stance.OPPOSES : null;
  }

  /** The side that the verb takes on the law at the token, or null. */
  private Stance side(Verb verb, int law, int end) {
    boolean presses = PRESSING.contains(verb.lemma()) || verb.means(VerbClass.SUPPORT);
    if (presses
        && !verb.negated()
        && law >= 0
        && reservations.changes(verb.head(), Math.min(end, law + 8))) {
      return Stance.SEEKS_CHANGES;
    }
    boolean asks = presses && !verb.negated() && lawBefore && !verb.passive();
    if (asks
        && law < 0
        && reservations.changes(verb.head(), Math.min(verb.end(), verb.head() + 6))) {
      return Stance.SEEKS_CHANGES;
    }
    if (presses && !verb.negated() && isCallToDrop(verb, law)) {
      return Stance.OPPOSES;
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
    if (talk.needsChange(verb)) {
      return act(chain, sentence.size(), Stance.SEEKS_CHANGES, 0.7);
    }
    return talk.isNeeded(verb)
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

  private boolean isCallToRegulate(Verb verb, int end) {
    boolean lawmaker = false;
    for (int i = verb.head() + 1; i < Math.min(end, verb.head() + 14); i++) {
      String word = sentence.at(i).lower();
      lawmaker |= LAWMAKERS.contains(word);
      boolean law = lawmaker && sentence.at(i - 1).is("to") && LawTalk.FORBIDDING.contains(word);
      if (lawmaker && word.equals("regulate")
          || word.equals("regulated")
          || law && talk.isOnAi(i)) {
        return true;
      }
    }
    return false;
  }

  /** "called on the government to rule out an exception", "urged senators to reject the bill". */
  private boolean isCallToDrop(Verb verb, int law) {
    return law >= 0
        && law - verb.head() <= 16
        && verbs.stream()
            .anyMatch(
                v ->
                    v.head() > verb.head()
                        && v.head() < law
                        && law - v.head() <= 6
                        && v.form() == Verb.Form.INFINITIVE
                        && !v.negated()
                        && DROPPING.contains(v.lemma()));
  }

  /** "opposes the idea", where a law was spoken of. */
  private boolean isIdea(int i) {
    return LAWS_AGAIN.contains(sentence.at(i).lower())
        && Set.of("the", "this", "that").contains(sentence.at(i - 1).lower());
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
