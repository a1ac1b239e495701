package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which verbs pledge a practice: promises to do something, signed codes, published principles. */
final class Commitments {
  static final Set<String> CODES = Words.set("codes");
  private static final Set<String> BUILDING_IN = Words.set("verbs of building in");
  private static final Set<String> PRINCIPLES = Words.set("principles");
  private static final Set<String> HYPOTHETICAL = Set.of("should", "must", "ought", "could", "can");
  private static final List<String> TRAINING = Words.phrases("training");
  private static final Set<String> PLEDGED = Words.set("what is pledged");
  private static final Set<String> OVERSEERS = Set.of("human", "humans", "person", "people");
  private static final Set<String> PRODUCTS = Words.set("referring nouns");
  private static final List<String> SIGNATORIES = Words.phrases("signatories");
  private static final Set<String> REQUESTS =
      Set.of("ask", "urge", "invite", "press", "call", "want", "encourage", "tell", "persuade");
  private static final List<String> ACCESS = List.of("access framework", "framework under which");
  private static final Set<String> DEMANDS = Words.set("demands");
  private static final int CLOSE = 14;
  private final Sentence sentence;
  private final List<Verb> verbs;
  private final boolean code;
  private final Practices practices;

  /**
   * @param code whether the article is about a code that companies sign
   */
  Commitments(Sentence sentence, List<Verb> verbs, boolean code) {
    this.sentence = sentence;
    this.verbs = verbs;
    this.code = code;
    this.practices = new Practices(sentence);
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
      if (isRoll(verb)) {
        acts.add(act(chain, 0.8));
        continue;
      }
      boolean stated =
          verb.form() != Verb.Form.PARTICIPLE
              && !HYPOTHETICAL.contains(chain.modal())
              && !chain.negated();
      if (stated
          && !Retold.isDemanded(sentence, verbs, chain.top())
          && chain.governors().stream().noneMatch(g -> REQUESTS.contains(g.lemma()))
          && !chain.governedBy(VerbClass.REFUSE)
          && !isAsked(chain)) {
        Act act = act(chain);
        if (act != null && (acts.isEmpty() || verb.means(VerbClass.SIGN))) {
          acts.add(act);
        }
      }
    }
    return acts;
  }

  /** "asked companies to sign a pledge" tells of no signature. */
  private boolean isAsked(Chain chain) {
    return chain.governors().stream().anyMatch(g -> !g.passive() && DEMANDS.contains(g.lemma()));
  }

  private Act act(Chain chain) {
    Verb verb = chain.verb();
    if (SignedPapers.isSignedBy(sentence, verb) || SignedPapers.listsSigners(sentence, verb)) {
      return act(chain, 0.8);
    }
    boolean agrees =
        Set.of("agree", "accept", "back").contains(verb.lemma())
            && !verb.passive()
            && !sentence.technologies().isEmpty()
            && SignedPapers.isAgreedTo(sentence, verb);
    if (agrees || SignedPapers.isInitiative(sentence, verb) || givesItself(verb)) {
      return act(chain, 0.7);
    }
    boolean also =
        code
            && verb.lemma().equals("sign")
            && !verb.passive()
            && SignedPapers.isAlso(sentence, verb);
    if (also) {
      return act(chain, 0.75);
    }
    boolean signs =
        verb.means(VerbClass.SIGN)
            && (nounIn(verb, CODES)
                || code && verb.lemma().equals("sign") && verb.end() - verb.head() < 9);
    boolean publishes =
        (verb.means(VerbClass.ANNOUNCE, VerbClass.PUBLISH)
                || Set.of("adopt", "release", "list", "reaffirm").contains(verb.lemma()))
            && verb.form() == Verb.Form.FINITE
            && !verb.passive()
            && nounIn(verb, PRINCIPLES)
            && !Words.holdAny(sentence.words(verb.head(), verb.end()), ACCESS);
    if (signs || publishes) {
      return act(chain, signs ? 0.85 : 0.6);
    }
    if (Set.of("secure", "secured", "win", "won", "obtain", "get", "receive", "received", "extract")
            .contains(verb.lemma())
        && Givers.pledgesFrom(sentence, verb) >= 0) {
      return act(chain, 0.8);
    }
    if (practices.is(chain)) {
      boolean trains = Words.holdAny(sentence.words(verb.head(), sentence.size()), TRAINING);
      return act(chain, 0.65).doing(trains ? Activity.TRAINING : Activity.PROVISION);
    }
    if (isOversight(verb)) {
      return act(chain, 0.6).doing(Activity.PROVISION);
    }
    if (isPledgeOf(verb)) {
      return act(chain, 0.7).doing(Activity.PROVISION);
    }
    if (sentence.technologies().isEmpty() && !isOnProduct()) {
      return null;
    }
    return verb.means(VerbClass.PLEDGE) && !verb.lemma().equals("agree") && pledgesDeed(verb)
        ? act(chain, 0.8).doing(Activity.PROVISION)
        : null;
  }

  /** "has given itself ten rules". */
  private boolean givesItself(Verb verb) {
    int next = verb.head() + 1;
    boolean itself =
        next < sentence.size()
            && Set.of("itself", "themselves").contains(sentence.at(next).lower());
    return itself
        && Set.of("give", "set").contains(verb.lemma())
        && (nounIn(verb, PRINCIPLES) || Words.hold(sentence.words(next, next + 5), "rules"));
  }

  private boolean isOnProduct() {
    return sentence.companies().stream().anyMatch(c -> c.value().technology() != null)
        || sentence.tokens().stream()
            .anyMatch(t -> PRODUCTS.contains(t.lower()) || PLEDGED.contains(t.lower()));
  }

  /** "The signatories of the pledge include Alpha and Beta", "among the signatories are". */
  private boolean isRoll(Verb verb) {
    boolean lists = Set.of("include", "be", "number").contains(verb.lemma()) && verb.finite();
    String before = sentence.words(0, verb.first());
    return lists
        && !verb.negated()
        && code
        && Words.holdAny(before, SIGNATORIES)
        && !Sides.givers(sentence, verb).isEmpty();
  }

  /** "a human will always press the button", "people will still decide". */
  private boolean isOversight(Verb verb) {
    boolean always =
        Words.holdAny(sentence.words(verb.first(), verb.head() + 1), List.of("always", "still"))
            || Set.of("remain", "stay").contains(verb.lemma());
    int before = verb.first() - 1;
    return verb.modal().equals("will")
        && always
        && before >= 0
        && OVERSEERS.contains(sentence.at(before).lower())
        && verbs.stream().anyMatch(v -> v.finite() && v.means(VerbClass.SAY));
  }

  /** "committed to independent tests of its models", "promised yearly audits". */
  private boolean isPledgeOf(Verb verb) {
    boolean pledges =
        verb.means(VerbClass.PLEDGE) && !Set.of("agree", "volunteer").contains(verb.lemma());
    if (!pledges || verb.passive() && !verb.lemma().equals("commit")) {
      return false;
    }
    for (int i = verb.head() + 1; i < Math.min(verb.end(), verb.head() + 7); i++) {
      int at = i;
      if (verbs.stream().anyMatch(v -> v.head() == at)) {
        return false;
      }
      if (PLEDGED.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private Act act(Chain chain, double strength) {
    Verb verb = chain.verb();
    String top = chain.modal();
    boolean likely =
        Words.hold(sentence.words(verb.first() - 3, verb.head()), "likely")
            || sentence.hasWord("probably");
    Modality modality =
        likely || top.equals("may") || top.equals("might") ? Modality.CONSIDERED : chain.modality();
    return new Act(
        Kind.COMMITMENT,
        Activity.DEVELOPMENT,
        modality,
        verb,
        verb.head(),
        sentence.size(),
        null,
        strength);
  }

  private boolean nounIn(Verb verb, Set<String> nouns) {
    for (int i = verb.head() + 1; i < Math.min(verb.end(), verb.head() + CLOSE); i++) {
      if (nouns.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** A promise to do, not one to leave undone. */
  private boolean pledgesDeed(Verb pledge) {
    for (Verb verb : verbs) {
      boolean governed = verb.governor() == pledge.number();
      boolean clause =
          verb.number() == pledge.number() + 1
              && sentence.words(pledge.head(), verb.first()).contains(" that");
      if (governed || clause) {
        return !verb.negated()
            && !isBuiltIn(verb)
            && !verb.means(VerbClass.STOP, VerbClass.PAUSE, VerbClass.BAN, VerbClass.RETIRE);
      }
    }
    return false;
  }

  /** "promised to build generative functions into its editor": a product to come. */
  private boolean isBuiltIn(Verb verb) {
    int to = verb.head() + 2;
    while (to < Math.min(sentence.size(), verb.head() + 9) && !sentence.at(to).is("into")) {
      to++;
    }
    boolean into = to < sentence.size() && sentence.at(to).is("into");
    return into
        && BUILDING_IN.contains(verb.lemma())
        && About.firstSpecific(sentence, verb.head() + 1, to) != null;
  }
}
