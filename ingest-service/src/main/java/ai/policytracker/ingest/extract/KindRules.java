package ai.policytracker.ingest.extract;

import static ai.policytracker.event.Kind.BAN;
import static ai.policytracker.event.Kind.PAUSE;
import static ai.policytracker.event.Kind.PERMISSION;
import static ai.policytracker.event.Kind.RESUMPTION;
import static ai.policytracker.event.Kind.WITHDRAWAL;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What kind of policy the verbs of a sentence tell of, by the table of DOMAIN's kinds. */
final class KindRules {
  private static final List<String> NO_PLANS =
      List.of("no plan to", "no plans to", "no intention to", "no reason to", "no need to");
  private static final Set<String> NO_WAIT = Words.set("no waiting");
  private static final Set<String> WAITING =
      Set.of("wait", "remain", "stay", "be", "get", "receive", "obtain");

  private final Sentence sentence;
  private final List<Verb> verbs;
  private final Told told;
  private final Deeds deeds;
  private final LimitRules limits;
  private final Permits permits;
  private final NoPolicy noPolicy;
  private final OthersDeeds others;
  private final PeopleRules people;
  private final PlainVerbs plain;
  private final Denials denials;
  private final Provisos provisos;
  private final Absences absences;
  private final MachineRules machines;
  private final WorkRules works;

  KindRules(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
    this.told = new Told(sentence, verbs);
    this.deeds = new Deeds(sentence);
    this.limits = new LimitRules(sentence, verbs);
    this.permits = new Permits(sentence, verbs);
    this.noPolicy = new NoPolicy(sentence);
    this.others = new OthersDeeds(sentence, verbs);
    this.people = new PeopleRules(sentence, verbs);
    this.plain = new PlainVerbs(sentence);
    this.denials = new Denials(sentence, verbs);
    this.provisos = new Provisos(sentence);
    this.works = new WorkRules(sentence);
    this.machines = new MachineRules(sentence);
    this.absences = new Absences(sentence, verbs);
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
      boolean known =
          !verb.meanings().isEmpty()
              || chain.governedBy(VerbClass.PLEDGE)
              || WAITING.contains(verb.lemma())
              || verb.lemma().equals("be")
              || MachineRules.isOversight(verb)
              || isNotUntil(verb)
              || WorkRules.isKnown(verb)
              || isNoLongerDone(verb);
      Act rule = told.isRule(chain) && !noPolicy.isOfCase(verb) ? people.act(chain) : null;
      if (rule != null && !Retold.isDemanded(sentence, verbs, chain.top())) {
        acts.add(rule);
      } else if (known && told.isFact(chain)) {
        Act act = act(chain);
        if (act != null && !Retold.isDemanded(sentence, verbs, chain.top())) {
          boolean denied = act.kind() != PERMISSION && Retold.isDenied(sentence, verbs, chain);
          acts.add(trimmed(denied ? act.withModality(Modality.DENIED) : act));
        }
      }
    }
    boolean resumed = acts.stream().anyMatch(a -> a.kind() == RESUMPTION);
    acts.replaceAll(a -> resumed && isBefore(a) ? a.as(PAUSE) : a);
    boolean lifted =
        acts.stream().anyMatch(a -> a.kind() == RESUMPTION && a.verb().means(VerbClass.LIFT));
    acts.removeIf(a -> lifted && a.kind() == BAN && isRelative(a.verb()));
    return acts;
  }

  /** "resumed rides 11 weeks after it took the cars out of use": no end for good. */
  private boolean isBefore(Act act) {
    String before = sentence.words(act.verb().first() - 6, act.verb().first());
    return act.kind() == WITHDRAWAL
        && Words.hold(before, "after")
        && !Words.hold(before, "years after")
        && !Words.hold(before, "year after");
  }

  /** "a line that forbade": what was lifted. */
  private boolean isRelative(Verb verb) {
    return verb.first() > 0
        && (sentence.at(verb.first() - 1).is("that") || sentence.at(verb.first() - 1).is("which"));
  }

  private Act act(Chain chain) {
    Verb verb = chain.verb();
    if (others.is(chain) || Retold.isUndone(sentence, chain.verb())) {
      return null;
    }
    if (chain.governedBy(VerbClass.PLEDGE)
        && verb.negated()
        && !verb.means(VerbClass.STOP, VerbClass.CONTINUE)) {
      return Act.of(BAN, pledged(verb), chain, 0.8);
    }
    if (verb.means(VerbClass.ALLOW) && chain.noLonger() && !verb.passive()) {
      return act(BAN, chain, 0.75);
    }
    if (isLeftAlone(chain)) {
      return Act.of(PERMISSION, null, chain, 0.6);
    }
    Act work = works.act(chain);
    if (work != null) {
      return work;
    }
    Act machine = machines.act(chain);
    if (machine != null) {
      return machine;
    }
    Act bound = permits.stuckWith(chain);
    bound = bound == null ? provisos.act(chain) : bound;
    bound = bound == null ? absences.act(chain) : bound;
    if (bound != null) {
      return bound;
    }
    if (verb.means(Deeds.CLASSES)) {
      Act deed = deeds.act(chain);
      if (deed != null) {
        return deed;
      }
    }
    if (isNoLongerDone(verb)) {
      return act(WITHDRAWAL, chain, 0.7);
    }
    if (verb.meanings().isEmpty() && isNotUntil(verb)) {
      return act(PAUSE, chain, 0.65).until(sentence.size()).ofThing();
    }
    return deeds.denied(chain) ? denials.act(chain) : affirmed(chain);
  }

  /** "has no plans to restrict it", "sees no reason to ban it". */
  private boolean isLeftAlone(Chain chain) {
    Verb verb = chain.verb();
    boolean limits = verb.means(VerbClass.BAN, VerbClass.RESTRICT, VerbClass.PAUSE);
    String before = sentence.words(verb.first() - 4, verb.first() + 1);
    return limits
        && verb.form() == Verb.Form.INFINITIVE
        && !verb.negated()
        && NO_PLANS.stream().anyMatch(p -> Words.hold(before, p));
  }

  /** "will no longer scan the faces of passengers", whatever the verb. */
  private boolean isNoLongerDone(Verb verb) {
    boolean asks =
        Set.of("ask", "require", "need").contains(verb.lemma())
            && !Words.hold(sentence.words(verb.head(), verb.head() + 8), "to");
    return (verb.meanings().isEmpty() || asks)
        && verb.noLonger()
        && verb.finite()
        && !verb.passive()
        && !verb.negated()
        && Set.of("", "will", "would").contains(verb.modal())
        && !Set.of("be", "have").contains(verb.lemma())
        && sentence.technologies().stream()
            .anyMatch(
                t -> t.from() >= verb.head() && t.from() < Math.min(verb.end(), verb.head() + 8));
  }

  /** "will not carry passengers until", "would return no results until". */
  private boolean isNotUntil(Verb verb) {
    boolean wills = Set.of("will", "would").contains(verb.modal()) && verb.finite();
    String after = sentence.words(verb.head() + 1, sentence.size());
    boolean none = verb.negated() || after.startsWith("no ") || after.startsWith("none ");
    return wills && none && !NO_WAIT.contains(verb.lemma()) && Words.hold(after, "until");
  }

  private static Activity pledged(Verb verb) {
    boolean deed =
        verb.means(
            VerbClass.PROVIDE, VerbClass.TRAIN, VerbClass.INVEST, VerbClass.USE, VerbClass.PUBLISH);
    return deed ? Deeds.activity(verb) : Activity.DEVELOPMENT;
  }

  private Act affirmed(Chain chain) {
    if (chain.governedBy(VerbClass.STOP, VerbClass.REFUSE)) {
      return limits.kept(chain);
    }
    Act permit = permits.opening(chain);
    permit = permit == null ? permits.goingOn(chain) : permit;
    if (permit != null) {
      return permit;
    }
    Verb verb = chain.verb();
    boolean governs = governs(verb, Deeds.CLASSES) && verb.means(VerbClass.STOP, VerbClass.REFUSE);
    Act onLimit = limits.act(chain);
    return onLimit != null || governs ? onLimit : plain.act(chain);
  }

  /** The words about a verb end where another one follows that has an object of its own. */
  private Act trimmed(Act act) {
    for (Verb verb : verbs) {
      boolean next =
          verb.joined() == act.verb().number()
              && verb.first() > act.verb().head() + 3
              && verb.first() < act.to()
              && (verb.finite() || isNextDoing(verb));
      if (next && act.from() <= act.verb().head()) {
        return act.until(verb.first() - 1);
      }
    }
    return act;
  }

  /** "is pausing rides and cutting its workforce". */
  private boolean isNextDoing(Verb verb) {
    return verb.form() == Verb.Form.GERUND && sentence.at(verb.first() - 1).is("and");
  }

  private boolean governs(Verb verb, VerbClass... meanings) {
    return verbs.stream().anyMatch(v -> v.governor() == verb.number() && v.means(meanings));
  }

  private static Act act(Kind kind, Chain chain, double strength) {
    return Act.of(kind, null, chain, strength);
  }
}
