package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import java.util.List;
import java.util.Set;

/**
 * Whose act a sentence tells of: the subject's, the agent's, or the owner's of what is acted on.
 */
final class Doers {
  private static final Set<String> THINGS = Words.set("referring nouns");
  private static final Set<String> DOCUMENTS = Words.set("documents");

  private final Focus focus;
  private final Actors actors;
  private final Context context;

  Doers(Focus focus, Context context) {
    this.focus = focus;
    this.actors = new Actors(focus);
    this.context = context;
  }

  /** Whose doing the verb tells of, as its subject has it. */
  Actor of(Sentence sentence, Verb verb, List<Verb> verbs, SubjectFinder finder) {
    List<SubjectFinder.Phrase> subject = finder.subject(verb);
    Actor actor = actors.of(sentence, subject);
    if (Actors.isSelf(sentence, subject)) {
      Actor named = sayer(sentence, verbs, finder);
      actor = named.isCompany() || named.outsider() ? named : actor;
    }
    if (isOfDocument(sentence, verb, verbs)) {
      Actor sender = actors.of(sentence, finder.subject(verbs.get(verb.number() - 1)));
      actor = actor.isCompany() && !sender.isCompany() ? actor : sender;
    }
    boolean imperative = sentence.at(verb.head()).is(verb.lemma()) && verb.first() == verb.head();
    if (subject.isEmpty() && verb.first() == 0 && verb.finite() && !imperative) {
      actor = Actor.meant(focus.company());
    }
    return actor;
  }

  /** "sent a circular to staff on Monday that prohibits": what the sender's paper rules. */
  private static boolean isOfDocument(Sentence sentence, Verb verb, List<Verb> verbs) {
    boolean relative = verb.finite() && Deeds.isOfLaw(sentence, verb) && verb.number() > 0;
    if (!relative) {
      return false;
    }
    Verb before = verbs.get(verb.number() - 1);
    boolean sends = before.finite() && !before.passive() && !before.negated();
    return sends
        && DOCUMENTS.stream()
            .anyMatch(d -> Words.hold(sentence.words(before.head(), verb.first()), d));
  }

  /** Who says what is quoted: '"We stop", the company wrote'. */
  private Actor sayer(Sentence sentence, List<Verb> verbs, SubjectFinder finder) {
    for (Verb verb : verbs) {
      List<SubjectFinder.Phrase> subject = finder.subject(verb);
      if (verb.finite() && verb.means(VerbClass.SAY) && !Actors.isSelf(sentence, subject)) {
        return actors.of(sentence, subject);
      }
    }
    return Actor.NOBODY;
  }

  /** In the passive the company is the agent, else the owner of what is acted on, else in focus. */
  Actor behind(Sentence sentence, Act act, Actor subject, SubjectFinder finder) {
    if (act.kind() == Kind.COMMITMENT && !subject.isCompany()) {
      return new Actor(List.copyOf(Givers.of(sentence, act)), false, true, false);
    }
    boolean paper = act.kind() == Kind.LOBBYING_STANCE || act.kind() == Kind.COMMITMENT;
    if (paper && !act.thing() && JointActs.isVague(sentence, subject, finder.subject(act.verb()))) {
      return Actor.NOBODY;
    }
    if (act.kind() == Kind.LOBBYING_STANCE && act.thing() && !act.verb().passive()) {
      return new Actor(List.copyOf(Sides.givers(sentence, act.verb())), false, true, false);
    }
    boolean foreign =
        act.activity() == Activity.INTERNAL_USE
            && act.kind() == Kind.BAN
            && Passives.isProduct(sentence, finder.subject(act.verb()));
    if (foreign) {
      return behindRule(sentence);
    }
    boolean stands = act.thing() && !act.verb().passive() && subject.isCompany();
    if (!act.thing() || stands) {
      boolean ordered = act.verb().governor() >= 0 && subject.outsider();
      boolean willNot = act.verb().negated() || act.verb().noLonger();
      if (willNot && isThing(sentence, act, subject, finder)) {
        return actors.behindPassive(sentence, act.verb(), finder.subject(act.verb()));
      }
      boolean rule =
          act.from() < act.verb().first() && act.kind() != Kind.LOBBYING_STANCE && !ordered;
      return rule && !subject.isCompany() ? behindRule(sentence) : subject;
    }
    if (Passives.isAtBody(sentence, act.verb())) {
      return Actor.NOBODY;
    }
    Actor behind = actors.behindPassive(sentence, act.verb(), finder.subject(act.verb()));
    boolean told = act.verb().passive() && act.modality() != Modality.CONSIDERED;
    if (!behind.isCompany()
        && told
        && focus.inSentence().size() == 1
        && !Words.hold(sentence.words(0, act.verb().first()), "who")
        && !Passives.hasAgent(sentence, act.verb())) {
      return Actor.meant(focus.inSentence());
    }
    boolean people = subject.outsider() && !subject.named();
    boolean ruled =
        Passives.isNamedBefore(sentence, act.verb())
            || context.specific() && Passives.isRuled(sentence, act);
    return !behind.isCompany() && people && ruled ? behindRule(sentence) : behind;
  }

  /** "Its robots would never carry weapons": whose they are says whose policy it is. */
  private static boolean isThing(Sentence sentence, Act act, Actor subject, SubjectFinder finder) {
    boolean policy = act.kind() != Kind.LOBBYING_STANCE && act.kind() != Kind.COMMITMENT;
    return policy
        && !subject.isCompany()
        && !subject.outsider()
        && finder.subject(act.verb()).stream()
            .anyMatch(p -> THINGS.contains(sentence.at(p.head()).lower()));
  }

  /** Whose rule binds others: the company that the sentence names or that was spoken of last. */
  private Actor behindRule(Sentence sentence) {
    if (!focus.inSentence().isEmpty()) {
      return Actor.meant(focus.inSentence());
    }
    for (var found : sentence.companies()) {
      if (found.value().company() != null
          && (focus.main() == null
              || found.value().company().equals(focus.main())
              || found.value().role() != Companies.Role.PRODUCT)) {
        return Actor.of(found.value());
      }
    }
    return focus.isOutsider() ? Actor.NOBODY : Actor.meant(focus.company());
  }
}
