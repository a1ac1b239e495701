package ai.policytracker.ingest.extract;

import static ai.policytracker.event.Kind.BAN;
import static ai.policytracker.event.Kind.PAUSE;
import static ai.policytracker.event.Kind.PERMISSION;
import static ai.policytracker.event.Kind.WITHDRAWAL;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import java.util.List;
import java.util.Set;

/**
 * What it means that a company does not, will not or did not: refusals, denials, leave by silence.
 */
final class Denials {
  private final Sentence sentence;
  private final List<Verb> verbs;
  private final Deeds deeds;
  private final LimitRules limits;

  Denials(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
    this.deeds = new Deeds(sentence);
    this.limits = new LimitRules(sentence, verbs);
  }

  Act act(Chain chain) {
    Verb verb = chain.verb();
    if (isDenial(chain)) {
      Kind stop = verb.means(VerbClass.BAN) ? BAN : WITHDRAWAL;
      Kind kind = verb.means(VerbClass.PAUSE) ? PAUSE : stop;
      return act(kind, chain, 0.6).withModality(Modality.DENIED);
    }
    if (limits.kept(chain) != null) {
      return limits.kept(chain);
    }
    if (isLeftAlone(chain)) {
      return act(PERMISSION, chain, 0.6);
    }
    if (verb.means(VerbClass.ALLOW) && isForbidden(chain)) {
      return act(BAN, chain, 0.75);
    }
    boolean since =
        verb.perfect()
            && (sentence.at(verb.first()).is("has") || sentence.at(verb.first()).is("have"))
            && sentence.words(verb.first(), verb.end() + 4).matches(".*\\b(since|never|yet)\\b.*");
    boolean refuses = verb.means(VerbClass.ALLOW) && (since || new Volition(sentence).is(chain));
    return refuses ? act(BAN, chain, 0.85) : null;
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

  /** "will not ban music made with AI". */
  private boolean isLeftAlone(Chain chain) {
    Verb verb = chain.verb();
    boolean wills = Set.of("will", "would").contains(verb.modal());
    return wills
        && verb.negated()
        && !verb.passive()
        && chain.governors().isEmpty()
        && (verb.means(VerbClass.BAN, VerbClass.RETIRE, VerbClass.PAUSE) || isStopFrom(verb))
        && !verb.means(Deeds.CLASSES);
  }

  /** "will not stop writers from using it". */
  private boolean isStopFrom(Verb verb) {
    return Set.of("stop", "prevent", "keep").contains(verb.lemma())
        && Words.hold(sentence.words(verb.head(), verb.head() + 6), "from");
  }

  /** "is not permitted on its site", "does not let its reporters use it". */
  private boolean isForbidden(Chain chain) {
    Verb verb = chain.verb();
    boolean present = chain.modal().isEmpty() && chain.governors().isEmpty();
    boolean staff =
        sentence.audiences().stream()
            .anyMatch(a -> a.value() == Audience.EMPLOYEES && a.from() > verb.head());
    boolean named =
        sentence.technologies().stream()
            .anyMatch(t -> t.from() < verb.first() && t.to() > verb.first() - 8);
    boolean object =
        !verb.passive()
            && sentence.technologies().stream()
                .anyMatch(t -> t.from() > verb.head() && t.from() < verb.head() + 7);
    return present && verb.finite() && (verb.passive() && named || staff || object);
  }

  private static Act act(Kind kind, Chain chain, double strength) {
    return Act.of(kind, null, chain, strength);
  }
}
