package ai.policytracker.ingest.extract;

import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Stance;
import ai.policytracker.ingest.extract.LawWishes.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which verbs take a side on a law: only where a law stands among the words that they govern. */
final class StanceRules {
  private static final List<String> POLLS =
      List.of("per cent said", "percent said", "% said", "per cent of", "respondents");
  private static final Set<String> LAWMAKERS = Words.set("lawmakers");
  private static final Set<String> USERS = Words.set("users");
  private static final Set<String> PRESSING = Words.set("pressing");
  private static final Set<String> CONDITIONAL =
      Set.of("should", "must", "could", "might", "may", "can");

  private static final Set<String> NOT_FOR = Set.of("support", "back", "favor", "favour", "want");
  private static final Set<String> PLAINLY_AGAINST =
      Set.of("oppose", "fight", "resist", "reject", "object", "criticise", "criticize", "condemn");
  private static final Set<String> QUESTIONS =
      Set.of("how", "whether", "why", "what", "when", "if", "about", "who", ",", "where");
  private static final int NEAR = 8;
  private static final int FAR = 18;

  private final Sentence sentence;
  private final List<Verb> verbs;

  private final boolean lawBefore;
  private final Sides sides;
  private final LawTalk talk;
  private final LawAgain again;
  private final RefusedPapers papers;
  private final Reservations reservations;

  /**
   * @param code whether the article is about a code that companies sign
   * @param lawBefore whether "it" may mean a law that was just spoken of
   */
  StanceRules(Sentence sentence, List<Verb> verbs, boolean code, boolean lawBefore) {
    this.lawBefore = lawBefore;
    this.sentence = sentence;
    this.verbs = verbs;
    this.sides = new Sides(sentence, lawBefore);
    this.talk = new LawTalk(sentence);
    this.again = new LawAgain(sentence, lawBefore);
    this.papers = new RefusedPapers(sentence, verbs, code);
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
      boolean conditional = CONDITIONAL.contains(chain.modal()) && !isUnderway(verb);
      if (!conditional && verb.form() != Verb.Form.PARTICIPLE) {
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

  /** "it might be pushing for": retold of one who is at it. */
  private boolean isUnderway(Verb verb) {
    return verb.modal().equals("might")
        && sentence.at(verb.head() - 1).is("be")
        && sentence.at(verb.head()).lower().endsWith("ing");
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
    if (papers.isRefused(chain, end)) {
      return act(chain, end, Stance.OPPOSES, 0.8);
    }
    if (papers.isSigning(verb, end)) {
      return null;
    }
    int law = LawWords.at(sentence, verb.head() + 1, end);
    law = law < 0 ? again.meantBy(verb) : law;
    int next = Math.min(verb.head() + 1, sentence.size() - 1);
    if (USERS.contains(sentence.at(next).lower()) || isOpen(verb)) {
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
    Stance passive = passiveSide(verb);
    if (passive != null) {
      return act(chain, Math.max(end, verb.end()), passive, 0.75);
    }
    Stance side = side(verb, law, end);
    if (side != null) {
      return act(chain, end, side, 0.8);
    }
    boolean says = verb.means(VerbClass.SAY, VerbClass.PLAN);
    Stance said = says ? talk.side(verb) : null;
    return said == null ? null : act(chain, sentence.size(), said, 0.7);
  }

  /** "declined to say whether it supports the bill". */
  private boolean isOpen(Verb verb) {
    String before = sentence.words(verb.first() - 5, verb.first());
    int next = Math.min(verb.head() + 1, sentence.size() - 1);
    return Words.hold(before, "whether")
        || Words.hold(before, "if")
        || isRequest(verb) && QUESTIONS.contains(sentence.at(next).lower());
  }

  /** "The bill is backed by Anthropic". */
  private Stance passiveSide(Verb verb) {
    boolean by = Words.hold(sentence.words(verb.head() + 1, verb.head() + 3), "by");
    int law = LawWords.at(sentence, Math.max(0, verb.first() - 12), verb.first());
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
    boolean near = law >= 0 && (law - verb.head() <= 9 || isInReach(verb, law));
    if (verb.means(VerbClass.OPPOSE) && near) {
      return verb.negated() ? Stance.SUPPORTS : against(verb, law);
    }
    boolean request = isRequest(verb);
    if (!request && !verb.means(VerbClass.SUPPORT)) {
      return null;
    }
    if (verb.negated()) {
      boolean not = NOT_FOR.contains(verb.lemma()) && !sentence.at(verb.first()).is("did");
      return not && law >= 0 && law - verb.head() <= NEAR - 2 ? Stance.OPPOSES : null;
    }
    if (law >= 0 && law - verb.head() <= FAR) {
      return wanted(verb, law, end);
    }
    boolean changes =
        lawBefore
            && !verb.passive()
            && reservations.changes(verb.head(), Math.min(verb.end(), verb.head() + 6));
    if (changes && law < 0) {
      return Stance.SEEKS_CHANGES;
    }
    return verb.means(VerbClass.SUPPORT) && isCallToRegulate(verb, end) ? Stance.SUPPORTS : null;
  }

  /** In the same clause, if not right after the verb: "spent millions on a campaign against". */
  private boolean isInReach(Verb verb, int law) {
    for (int i = verb.head() + 1; i < law; i++) {
      if (sentence.at(i).is(",") || sentence.at(i).tagged("SCONJ") || sentence.at(i).is("which")) {
        return false;
      }
    }
    return law - verb.head() <= FAR;
  }

  /** "opposes the bill", but also "opposes a delay of the act". */
  private Stance against(Verb verb, int law) {
    boolean change = LawWishes.before(sentence, verb.head() + 1, law) == Wish.CHANGE;
    return change && PLAINLY_AGAINST.contains(verb.lemma())
        ? Wish.CHANGE.against()
        : Stance.OPPOSES;
  }

  /** What is wanted or asked for of the law. */
  private Stance wanted(Verb verb, int law, int end) {
    Wish wish = LawWishes.of(sentence, verb.head() + 1, law);
    boolean request = isRequest(verb);
    if (wish == null && request && LawWishes.at(sentence, law) == Wish.CHANGE) {
      wish = Wish.CHANGE;
    }
    if (wish != null) {
      return wish.stance();
    }
    boolean near = law - verb.head() <= (request ? FAR - 2 : NEAR);
    boolean asksTo =
        verbs.stream()
            .anyMatch(
                v ->
                    v.head() > verb.head()
                        && v.head() < law
                        && v.form() == Verb.Form.INFINITIVE
                        && !LawTalk.FORBIDDING.contains(v.lemma()));
    boolean supports = verb.means(VerbClass.SUPPORT);
    return supports && (near && !asksTo || isCallToRegulate(verb, end)) ? Stance.SUPPORTS : null;
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
}
