package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which verbs pledge a practice: promises to do something, signed codes, published principles. */
final class Commitments {
  static final Set<String> CODES = Words.set("codes");
  private static final Set<String> PRINCIPLES = Words.set("principles");
  private static final Set<String> HYPOTHETICAL = Set.of("should", "must", "ought", "could", "can");
  private static final List<String> PRACTICES = Words.phrases("practices");
  private static final List<String> TRAINING = Words.phrases("training");
  private static final int CLOSE = 14;

  private final Sentence sentence;
  private final List<Verb> verbs;
  private final boolean code;

  /**
   * @param code whether the article is about a code that companies sign
   */
  Commitments(Sentence sentence, List<Verb> verbs, boolean code) {
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
      boolean stated =
          verb.form() != Verb.Form.PARTICIPLE
              && !HYPOTHETICAL.contains(chain.modal())
              && !chain.negated();
      if (stated
          && !Retold.isDemanded(sentence, verbs, chain.top())
          && !chain.governedBy(VerbClass.REFUSE)) {
        Act act = act(chain);
        if (act != null && (acts.isEmpty() || verb.means(VerbClass.SIGN))) {
          acts.add(act);
        }
      }
    }
    return acts;
  }

  private Act act(Chain chain) {
    Verb verb = chain.verb();
    boolean signs =
        verb.means(VerbClass.SIGN)
            && (nounIn(verb, CODES)
                || code && verb.lemma().equals("sign") && verb.end() - verb.head() < 9);
    boolean publishes =
        (verb.means(VerbClass.ANNOUNCE, VerbClass.PUBLISH)
                || Set.of("adopt", "release", "list", "reaffirm").contains(verb.lemma()))
            && verb.form() == Verb.Form.FINITE
            && !verb.passive()
            && nounIn(verb, PRINCIPLES);
    if (signs || publishes) {
      return act(chain, signs ? 0.85 : 0.6);
    }
    if (Set.of("secure", "secured", "win", "won", "obtain", "get", "receive", "received", "extract")
            .contains(verb.lemma())
        && pledgesFrom(verb) >= 0) {
      return act(chain, 0.8);
    }
    if (isPractice(chain)) {
      boolean trains = Words.holdAny(sentence.words(verb.head(), sentence.size()), TRAINING);
      return act(chain, 0.65).doing(trains ? Activity.TRAINING : Activity.PROVISION);
    }
    return verb.means(VerbClass.PLEDGE) && !verb.lemma().equals("agree") && pledgesDeed(verb)
        ? act(chain, 0.8)
        : null;
  }

  /** "will label every picture", "has begun to watermark its output". */
  private boolean isPractice(Chain chain) {
    Verb verb = chain.verb();
    boolean will = Set.of("will", "would").contains(chain.modal());
    boolean begun =
        chain.governedBy(VerbClass.PLEDGE)
            || chain.governors().stream().anyMatch(g -> g.lemma().equals("begin"));
    return (will || begun)
        && !verb.passive()
        && !chain.governedBy(VerbClass.REQUIRE, VerbClass.DIRECT, VerbClass.ALLOW, VerbClass.STOP)
        && PRACTICES.stream().anyMatch(p -> isPhrase(verb, p))
        && !Words.hold(sentence.words(verb.head(), verb.end()), "users to");
  }

  private boolean isPhrase(Verb verb, String practice) {
    String[] words = practice.split(" ");
    return words[0].equals(verb.lemma())
        && (words.length == 1
            || Words.hold(
                sentence.words(verb.head(), Math.min(verb.end(), verb.head() + 6)), words[1]));
  }

  private Act act(Chain chain, double strength) {
    Verb verb = chain.verb();
    String top = chain.modal();
    boolean likely =
        sentence.words(verb.first() - 3, verb.head()).contains("likely")
            || sentence.words(0, sentence.size()).contains("probably");
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

  /** Where the names begin in "secured commitments from", or -1. */
  private int pledgesFrom(Verb verb) {
    boolean pledges = false;
    for (int i = verb.head() + 1; i < verb.end(); i++) {
      pledges |=
          Set.of("commitments", "pledges", "promises", "assurances")
              .contains(sentence.at(i).lower());
      if (pledges && sentence.at(i).is("from")) {
        return i + 1;
      }
    }
    return -1;
  }

  /** The companies that others got a pledge from; empty where the pledge is the subject's own. */
  static Set<String> givers(Sentence sentence, Act act) {
    Set<String> givers = new LinkedHashSet<>();
    int from = new Commitments(sentence, List.of(), false).pledgesFrom(act.verb());
    for (var found : sentence.companies()) {
      if (from >= 0 && found.from() >= from && found.value().company() != null) {
        givers.add(found.value().company());
      }
    }
    return givers;
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
            && !verb.means(VerbClass.STOP, VerbClass.PAUSE, VerbClass.BAN, VerbClass.RETIRE);
      }
    }
    return false;
  }
}
