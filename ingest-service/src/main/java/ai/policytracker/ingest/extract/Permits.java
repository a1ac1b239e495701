package ai.policytracker.ingest.extract;

import static ai.policytracker.event.Kind.PERMISSION;
import static ai.policytracker.event.Kind.RESUMPTION;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import java.util.List;
import java.util.Set;

/** Which verbs open a thing to somebody, or say that it goes on. */
final class Permits {
  private static final Set<String> GOING_ON =
      Set.of("sales", "testing", "tests", "trials", "access", "deliveries", "supplies", "rides");
  private static final Set<String> WORKS = Words.set("works");

  private final Sentence sentence;
  private final List<Verb> verbs;

  Permits(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
  }

  /** Null where nothing is opened. */
  Act opening(Chain chain) {
    if (isOpened(chain)) {
      return Act.of(isReversal(chain.verb()) ? RESUMPTION : PERMISSION, null, chain, 0.6);
    }
    return isOpenedToWorks(chain)
        ? Act.of(isReversal(chain.verb()) ? RESUMPTION : PERMISSION, Activity.CONTENT, chain, 0.6)
        : null;
  }

  /** Null where nothing goes on. */
  Act goingOn(Chain chain) {
    Verb verb = chain.verb();
    if (isGoingOn(chain)) {
      return Act.from(verb.first() - 12, PERMISSION, null, chain, 0.6);
    }
    return new Deeds(sentence).isKeptAccess(chain)
        ? Act.from(verb.first() - 1, PERMISSION, Activity.PROVISION, chain, 0.65)
        : null;
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
                        && a.value() != Audience.EMPLOYEES
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
    return opens
        && works
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

  /** "Sales to private firms will continue", "testing will go on". */
  private boolean isGoingOn(Chain chain) {
    Verb verb = chain.verb();
    boolean goes =
        Set.of("continue", "go", "persist").contains(verb.lemma())
            && verb.means(VerbClass.CONTINUE)
            && verb.finite()
            && !chain.negated()
            && !verb.modal().equals("would")
            && !governs(verb, Deeds.CLASSES);
    for (int i = Math.max(0, verb.first() - 10); goes && i < verb.first(); i++) {
      if (GOING_ON.contains(sentence.at(i).lower())) {
        return sentence.words(verb.head(), verb.end()).split(" ").length < 7;
      }
    }
    return false;
  }

  private boolean governs(Verb verb, VerbClass... meanings) {
    return verbs.stream().anyMatch(v -> v.governor() == verb.number() && v.means(meanings));
  }
}
