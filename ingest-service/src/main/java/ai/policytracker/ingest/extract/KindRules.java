package ai.policytracker.ingest.extract;

import static ai.policytracker.event.Kind.BAN;
import static ai.policytracker.event.Kind.PAUSE;
import static ai.policytracker.event.Kind.RESTRICTION;
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
  private static final Set<String> WAITING = Set.of("wait", "remain", "stay", "be");

  private final Sentence sentence;
  private final List<Verb> verbs;
  private final Told told;
  private final Deeds deeds;
  private final LimitRules limits;
  private final Permits permits;
  private final NoPolicy noPolicy;

  KindRules(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
    this.told = new Told(sentence, verbs);
    this.deeds = new Deeds(sentence);
    this.limits = new LimitRules(sentence, verbs);
    this.permits = new Permits(sentence, verbs);
    this.noPolicy = new NoPolicy(sentence);
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
              || WAITING.contains(verb.lemma());
      if (known && told.isFact(chain)) {
        Act act = act(chain);
        if (act != null && !Retold.isDemanded(sentence, verbs, chain.top())) {
          boolean denied = Retold.isDenied(sentence, verbs, chain);
          acts.add(trimmed(denied ? act.withModality(Modality.DENIED) : act));
        }
      }
    }
    boolean lifted =
        acts.stream().anyMatch(a -> a.kind() == RESUMPTION && a.verb().means(VerbClass.LIFT));
    acts.removeIf(a -> lifted && a.kind() == BAN && isRelative(a.verb()));
    return acts;
  }

  /** "a line that forbade": what was lifted. */
  private boolean isRelative(Verb verb) {
    return verb.first() > 0
        && (sentence.at(verb.first() - 1).is("that") || sentence.at(verb.first() - 1).is("which"));
  }

  private Act act(Chain chain) {
    Verb verb = chain.verb();
    if (isNobodysPolicy(chain)) {
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
    if (verb.means(Deeds.CLASSES)) {
      Act deed = deeds.act(chain);
      if (deed != null) {
        return deed;
      }
    }
    return deeds.denied(chain) ? denied(chain) : affirmed(chain);
  }

  private boolean isNobodysPolicy(Chain chain) {
    boolean forbidden =
        chain.governors().stream().anyMatch(g -> g.means(VerbClass.ALLOW) && g.negated());
    Verb director = Orders.director(chain);
    boolean others = director != null && !Orders.isToOwnPeople(sentence, director, chain.verb());
    return forbidden || others || noPolicy.is(chain.verb());
  }

  private static Activity pledged(Verb verb) {
    boolean deed =
        verb.means(
            VerbClass.PROVIDE, VerbClass.TRAIN, VerbClass.INVEST, VerbClass.USE, VerbClass.PUBLISH);
    return deed ? Deeds.activity(verb) : Activity.DEVELOPMENT;
  }

  private Act denied(Chain chain) {
    Verb verb = chain.verb();
    if (isDenial(chain)) {
      Kind stop = verb.means(VerbClass.BAN) ? BAN : WITHDRAWAL;
      Kind kind = verb.means(VerbClass.PAUSE) ? PAUSE : stop;
      return act(kind, chain, 0.6).withModality(Modality.DENIED);
    }
    boolean refuses = verb.means(VerbClass.ALLOW) && deeds.isVolitional(chain);
    return refuses ? act(BAN, chain, 0.85) : null;
  }

  private Act affirmed(Chain chain) {
    if (chain.governedBy(VerbClass.STOP, VerbClass.REFUSE)) {
      return null;
    }
    Act permit = permits.opening(chain);
    permit = permit == null ? permits.goingOn(chain) : permit;
    if (permit != null) {
      return permit;
    }
    Verb verb = chain.verb();
    boolean governs = governs(verb, Deeds.CLASSES) && verb.means(VerbClass.STOP, VerbClass.REFUSE);
    Act onLimit = limits.act(chain);
    return onLimit != null || governs ? onLimit : plain(chain);
  }

  /** A verb that says by itself what happens to its object. */
  private Act plain(Chain chain) {
    Verb verb = chain.verb();
    if (verb.means(VerbClass.PAUSE)) {
      return act(PAUSE, chain, 0.85);
    }
    if (verb.means(VerbClass.BAN)) {
      return act(BAN, chain, 0.85);
    }
    if (verb.means(VerbClass.RETIRE)
        && verb.passive()
        && Set.of("remove", "delete", "drop", "pull", "take").contains(verb.lemma())
        && !isTechnologyBefore(verb)) {
      return null;
    }
    if (verb.means(VerbClass.RETIRE)) {
      return act(WITHDRAWAL, chain, 0.75);
    }
    if (verb.means(VerbClass.STOP)) {
      return act(WITHDRAWAL, chain, 0.7);
    }
    if (verb.means(VerbClass.RESTRICT)
        && !(verb.passive() && chain.modal().isEmpty() && !verb.perfect())) {
      return act(RESTRICTION, chain, 0.8);
    }
    if (verb.means(VerbClass.RESUME)) {
      return act(RESUMPTION, chain, 0.75);
    }
    return null;
  }

  /** "said it had not banned the tool": what others tell of it is not so. */
  private boolean isDenial(Chain chain) {
    Verb verb = chain.verb();
    boolean stop = verb.means(VerbClass.BAN, VerbClass.PAUSE, VerbClass.RETIRE);
    if (!stop || !verb.negated() || !verb.modal().isEmpty() || !chain.governors().isEmpty()) {
      return false;
    }
    return verbs.stream()
        .anyMatch(
            v ->
                v.head() < verb.first()
                    && v.finite()
                    && Set.of("say", "stress", "insist", "clarify", "deny", "tell")
                        .contains(v.lemma()));
  }

  /** The words about a verb end where another one follows that has an object of its own. */
  private Act trimmed(Act act) {
    for (Verb verb : verbs) {
      boolean next =
          verb.joined() == act.verb().number()
              && verb.first() > act.verb().head() + 3
              && verb.first() < act.to()
              && verb.finite();
      if (next && act.from() <= act.verb().head()) {
        return act.until(verb.first() - 1);
      }
    }
    return act;
  }

  /** "Facial recognition has been removed". */
  private boolean isTechnologyBefore(Verb verb) {
    return sentence.technologies().stream()
        .anyMatch(t -> t.to() <= verb.first() && t.to() >= verb.first() - 3);
  }

  private boolean governs(Verb verb, VerbClass... meanings) {
    return verbs.stream().anyMatch(v -> v.governor() == verb.number() && v.means(meanings));
  }

  private static Act act(Kind kind, Chain chain, double strength) {
    return Act.of(kind, null, chain, strength);
  }
}
