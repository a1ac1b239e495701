package ai.policytracker.ingest.extract;

import static ai.policytracker.event.Kind.PERMISSION;
import static ai.policytracker.event.Kind.RESUMPTION;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import java.util.List;
import java.util.Set;

/** Which verbs open a thing to somebody, or say that it goes on. */
final class Permits {
  private static final Set<String> GOING_ON = Words.set("goings-on");
  private static final Set<String> STAYING = Set.of("stay", "remain", "be");
  private static final List<String> NO_OBJECTION =
      List.of(
          "no objection", "no objections", "no problem", "fine with", "comfortable with", "yes to");
  private static final Set<String> RUNNING = Words.set("running");
  private static final Set<String> THINGS = Words.set("referring nouns");
  private static final Set<String> WORKS = Words.set("works");

  private final Sentence sentence;
  private final List<Verb> verbs;

  Permits(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
  }

  /** Null where nothing is opened. */
  Act opening(Chain chain) {
    if (isLetAgain(chain)) {
      return Act.of(RESUMPTION, Activity.PROVISION, chain, 0.65);
    }
    if (chain.verb().means(VerbClass.ALLOW)
        && chain.governedBy(VerbClass.CONTINUE)
        && !chain.negated()
        && !governs(chain.verb(), Deeds.CLASSES)) {
      return Act.of(PERMISSION, null, chain, 0.6);
    }
    if (isOpened(chain)) {
      Kind kind = isReversal(chain.verb()) ? RESUMPTION : PERMISSION;
      return Act.of(kind, Activity.PROVISION, chain, 0.6);
    }
    return isOpenedToWorks(chain)
        ? Act.of(isReversal(chain.verb()) ? RESUMPTION : PERMISSION, Activity.CONTENT, chain, 0.6)
        : null;
  }

  /** Null where nothing is stuck with or left to go on. */
  Act stuckWith(Chain chain) {
    return isStuckWith(chain) ? Act.of(PERMISSION, Activity.PROVISION, chain, 0.6) : null;
  }

  /** Null where nothing goes on. */
  Act goingOn(Chain chain) {
    Verb verb = chain.verb();
    boolean stays =
        verb.means(VerbClass.CONTINUE)
            && STAYING.contains(verb.lemma())
            && verb.finite()
            && !chain.negated()
            && (isTechnologyBefore(verb) || isThingBefore(verb));
    if (stays || isKeptRunning(chain)) {
      return Act.from(verb.first() - 12, PERMISSION, null, chain, 0.6).ofThing();
    }
    if (isGoingOn(chain)) {
      return Act.from(verb.first() - 12, PERMISSION, null, chain, 0.6);
    }
    return new Deeds(sentence).isKeptAccess(chain)
        ? Act.from(verb.first() - 1, PERMISSION, Activity.PROVISION, chain, 0.65)
        : null;
  }

  /** "let passengers on board again". */
  private boolean isLetAgain(Chain chain) {
    Verb verb = chain.verb();
    return verb.means(VerbClass.ALLOW, VerbClass.PROVIDE)
        && verb.finite()
        && !verb.passive()
        && !chain.negated()
        && !Set.of("can", "could", "may", "might").contains(chain.modal())
        && !governs(verb, Deeds.CLASSES)
        && !Words.hold(sentence.words(0, verb.first()), "before")
        && Words.hold(
            sentence.words(verb.first(), Math.min(verb.end(), verb.head() + 12)), "again");
  }

  /** "opened its models to the army": to customers whom the words name. */
  private boolean isOpened(Chain chain) {
    Verb verb = chain.verb();
    boolean available =
        verb.lemma().equals("make")
            && sentence.words(verb.head(), verb.end()).contains(" available to ");
    boolean opens =
        (verb.means(VerbClass.ALLOW) || available)
            && verb.finite()
            && !verb.passive()
            && !chain.negated()
            && !governs(verb, Deeds.CLASSES)
            && !verb.lemma().equals("welcome");
    return opens
        && !Deeds.isOfLaw(sentence, chain.top())
        && sentence.audiences().stream()
            .anyMatch(
                a ->
                    a.from() > verb.head()
                        && a.to() <= verb.end()
                        && (a.value() != Audience.EMPLOYEES || givesAccess(verb))
                        && a.value() != Audience.POLITICAL_CAMPAIGNS)
        && (!sentence.technologies().isEmpty() || hasProduct(verb));
  }

  /** "is opening its library to pictures made by AI", "will accept songs made with AI". */
  private boolean isOpenedToWorks(Chain chain) {
    Verb verb = chain.verb();
    boolean opens =
        Set.of("open", "accept", "allow", "admit", "welcome").contains(verb.lemma())
            && !verb.passive()
            && !chain.negated()
            && !chain.noLonger()
            && chain.governors().stream().noneMatch(g -> g.means(VerbClass.STOP, VerbClass.REFUSE));
    boolean works = false;
    for (int i = verb.head() + 1; i < verb.end(); i++) {
      works |= WORKS.contains(sentence.at(i).lower());
    }
    boolean to =
        !verb.lemma().equals("open") || Words.hold(sentence.words(verb.head(), verb.end()), "to");
    return opens
        && works
        && to
        && !governs(verb, Deeds.CLASSES)
        && sentence.technologies().stream()
            .anyMatch(t -> t.from() > verb.head() && t.from() < verb.end());
  }

  /** "two years after it barred them", "again". */
  private boolean isReversal(Verb verb) {
    return Words.holdAny(sentence.words(0, sentence.size()), Deeds.REVERSALS)
        || verbs.stream()
            .anyMatch(
                v ->
                    v != verb
                        && v.means(VerbClass.PAUSE, VerbClass.BAN, VerbClass.STOP)
                        && sentence.words(v.first() - 3, v.first() + 1).contains("after"));
  }

  private boolean hasProduct(Verb verb) {
    return sentence.companies().stream()
        .anyMatch(c -> c.value().role() == Companies.Role.PRODUCT && c.from() > verb.head());
  }

  /** "The cameras there go on counting", "the tractors keep running". */
  private boolean isKeptRunning(Chain chain) {
    Verb verb = chain.verb();
    return RUNNING.contains(verb.lemma())
        && chain.governedBy(VerbClass.CONTINUE)
        && !chain.governedBy(VerbClass.STOP)
        && !chain.negated()
        && Set.of("", "will").contains(chain.modal())
        && !sentence.at(chain.top().head()).lower().endsWith("ed");
  }

  /** "carries on with virtual models", "has no objection to AI for debugging". */
  private boolean isStuckWith(Chain chain) {
    Verb verb = chain.verb();
    String after = sentence.words(verb.head() + 1, verb.head() + 4);
    boolean with =
        verb.means(VerbClass.CONTINUE) && Words.hold(after, "with")
            || verb.means(VerbClass.ALLOW) && Words.holdAny(after, NO_OBJECTION);
    boolean told = verb.finite() && Set.of("", "will", "would").contains(chain.modal());
    return with
        && told
        && !chain.negated()
        && sentence.technologies().stream()
            .anyMatch(t -> t.from() > verb.head() && t.from() < verb.head() + 9);
  }

  /** "Sales to private firms will continue", "testing will go on". */
  private boolean isGoingOn(Chain chain) {
    Verb verb = chain.verb();
    boolean goes =
        Set.of("continue", "go", "persist").contains(verb.lemma())
            && verb.means(VerbClass.CONTINUE)
            && verb.finite()
            && !chain.negated()
            && !verb.modal().equals("would")
            && !governs(verb, Deeds.CLASSES)
            && !new LimitNouns(sentence, verbs).isSubject(verb);
    if (goes && isTechnologyBefore(verb)) {
      return sentence.words(verb.head(), verb.end()).split(" ").length < 7;
    }
    for (int i = Math.max(0, verb.first() - 10); goes && i < verb.first(); i++) {
      if (GOING_ON.contains(sentence.at(i).lower())) {
        return sentence.words(verb.head(), verb.end()).split(" ").length < 7;
      }
    }
    return false;
  }

  /** "has given its developers access to", "bought licences for all of its staff". */
  private boolean givesAccess(Verb verb) {
    String after = sentence.words(verb.head() + 1, Math.min(verb.end(), verb.head() + 14));
    return Words.hold(after, "access")
        || Words.hold(after, "licences")
        || Words.hold(after, "licenses");
  }

  private boolean isTechnologyBefore(Verb verb) {
    return sentence.technologies().stream()
        .anyMatch(t -> t.to() <= verb.first() && t.from() >= verb.first() - 5);
  }

  /** "The model will remain in use". */
  private boolean isThingBefore(Verb verb) {
    return verb.first() > 1
        && THINGS.contains(sentence.at(verb.first() - 1).lower())
        && Set.of("the", "its", "their", "these", "this")
            .contains(sentence.at(verb.first() - 2).lower());
  }

  private boolean governs(Verb verb, VerbClass... meanings) {
    return verbs.stream().anyMatch(v -> v.governor() == verb.number() && v.means(meanings));
  }
}
