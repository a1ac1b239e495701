package ai.policytracker.ingest.extract;

import static ai.policytracker.event.Kind.BAN;
import static ai.policytracker.event.Kind.PERMISSION;
import static ai.policytracker.event.Kind.RESUMPTION;
import static ai.policytracker.event.Kind.WITHDRAWAL;

import ai.policytracker.event.Activity;
import java.util.List;
import java.util.Set;

/**
 * Verbs of doing (sell, use, build, train, publish, invest): what it means that they are stopped or
 * refused.
 */
final class Deeds {
  static final VerbClass[] CLASSES = {
    VerbClass.PROVIDE,
    VerbClass.USE,
    VerbClass.DEVELOP,
    VerbClass.TRAIN,
    VerbClass.PUBLISH,
    VerbClass.INVEST
  };
  private static final Set<String> LIMITS = Words.set("limit nouns");
  private static final Set<String> VAGUE =
      Set.of("work", "do", "seek", "pursue", "monitor", "review", "add", "invest", "improve");
  private static final Set<String> NONE = Set.of("no", "none", "neither");
  static final List<String> REVERSALS = Words.phrases("reversals");
  private static final Set<String> OFFERING =
      Set.of("offer", "sell", "provide", "supply", "license");

  private static final List<String> FOR_TRAINING =
      List.of("for ai training", "for training", "for the training", "to train", "in training");

  private final Sentence sentence;
  private final Leave leave;
  private final Volition volition;

  Deeds(Sentence sentence) {
    this.sentence = sentence;
    this.leave = new Leave(sentence);
    this.volition = new Volition(sentence);
  }

  /** Null where the verb only tells of a deed. */
  Act act(Chain chain) {
    Activity activity = activityOf(chain);
    if (chain.verb().passive() && activity == Activity.INTERNAL_USE) {
      activity = null;
    }
    if (chain.noLonger() && chain.governedBy(VerbClass.ALLOW)) {
      return null;
    }
    if (chain.governedBy(VerbClass.STOP) && chain.governedBy(VerbClass.ALLOW)) {
      return Leave.ofStopped(chain, activity == Activity.INTERNAL_USE ? null : activity);
    }
    Act stopped = stopped(chain, activity);
    if (stopped != null || Orders.director(chain) != null) {
      return stopped;
    }
    if (chain.governedBy(VerbClass.ALLOW)) {
      return leave.of(chain, activity == Activity.DEVELOPMENT ? null : activity);
    }
    if (isStillDone(chain)) {
      return Act.of(PERMISSION, activity, chain, 0.6);
    }
    if (chain.governedBy(VerbClass.CONTINUE)
        && !chain.negated()
        && !isUnderLimit(chain)
        && !isVague(chain.verb())) {
      return Act.of(PERMISSION, activity, chain, 0.65);
    }
    if (new Again(sentence).is(chain)) {
      return Act.of(RESUMPTION, activity, chain, 0.75);
    }
    return refused(chain, activity);
  }

  private Act stopped(Chain chain, Activity activity) {
    boolean stopped = chain.governedBy(VerbClass.STOP) && !Retold.noReason(sentence, chain);
    Verb director = Orders.director(chain);
    if (director != null) {
      if (!Orders.isToOwnPeople(sentence, director, chain.verb())) {
        return null;
      }
      boolean off = chain.negated() || stopped;
      if (!off
          && chain.verb().means(VerbClass.USE)
          && chain.verb().governor() == director.number()) {
        return Act.from(director.head(), PERMISSION, activity, chain, 0.6);
      }
      return off ? Act.from(director.head(), BAN, activity, chain, 0.85) : null;
    }
    if (chain.noLonger()) {
      return Act.of(activity == Activity.INVESTMENT ? BAN : WITHDRAWAL, activity, chain, 0.9);
    }
    return stopped && !chain.negated()
        ? Act.of(activity == Activity.INVESTMENT ? BAN : WITHDRAWAL, activity, chain, 0.9)
        : null;
  }

  private Act refused(Chain chain, Activity activity) {
    boolean denied = denied(chain);
    if (chain.governedBy(VerbClass.REFUSE) && !chain.negated() && volition.is(chain)) {
      return Act.of(BAN, activity, chain, 0.7);
    }
    if (denied && volition.is(chain)) {
      boolean withdraws =
          OFFERING.contains(chain.verb().lemma()) && chain.modal().equals("will")
              || chain.verb().lemma().equals("renew");
      return Act.of(withdraws ? WITHDRAWAL : BAN, activity, chain, 0.85);
    }
    boolean plain = denied && chain.verb().modal().isEmpty() && chain.verb().finite();
    boolean trains =
        activity == Activity.TRAINING
            || Words.holdAny(sentence.words(chain.verb().head(), chain.verb().end()), FOR_TRAINING);
    return plain && trains ? Act.of(BAN, Activity.TRAINING, chain, 0.7) : null;
  }

  /** "will continue to work with employers". */
  private boolean isVague(Verb verb) {
    return VAGUE.contains(verb.lemma())
        && !sentence.words(verb.head() + 1, verb.head() + 3).equals("on it")
        && sentence.technologies().stream()
            .noneMatch(t -> t.from() > verb.head() && t.from() < verb.end())
        && sentence.audiences().stream()
            .noneMatch(a -> a.from() > verb.head() && a.from() < verb.end());
  }

  /** "keeps its ban on using". */
  private boolean isUnderLimit(Chain chain) {
    for (int i = chain.top().head() + 1; i < chain.verb().first(); i++) {
      if (LIMITS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "still sells it to police", "sees no reason to stop selling it". */
  private boolean isStillDone(Chain chain) {
    Verb verb = chain.verb();
    boolean deed = verb.means(VerbClass.PROVIDE, VerbClass.TRAIN) && !verb.passive();
    boolean still =
        verb.finite()
            && verb.modal().isEmpty()
            && sentence.words(verb.first() - 1, verb.head()).endsWith("still")
            && !denied(chain);
    return deed && (still || chain.governedBy(VerbClass.STOP) && Retold.noReason(sentence, chain));
  }

  private Activity activityOf(Chain chain) {
    Verb verb = chain.verb();
    boolean trains =
        denied(chain) && Words.hold(sentence.words(verb.head(), verb.end()), "to train");
    return trains ? Activity.TRAINING : activity(verb);
  }

  boolean denied(Chain chain) {
    return chain.negated() || isNegatedObject(chain.verb());
  }

  /** "Rescue groups will keep their access". */
  boolean isKeptAccess(Chain chain) {
    Verb verb = chain.verb();
    boolean keeps = Set.of("keep", "retain").contains(verb.lemma()) && verb.finite();
    return keeps
        && !denied(chain)
        && Words.hold(sentence.words(verb.head(), verb.head() + 5), "access");
  }

  /** "a law which would let police use": what precedes the verb is no company. */
  static boolean isOfLaw(Sentence sentence, Verb top) {
    return top.first() > 0
        && (sentence.at(top.first() - 1).is("which") || sentence.at(top.first() - 1).is("that"));
  }

  private boolean isNegatedObject(Verb verb) {
    for (int i = verb.head() + 1; i < Math.min(verb.end(), verb.head() + 4); i++) {
      if (NONE.contains(sentence.at(i).lower()) && !sentence.words(i, i + 2).equals("no longer")) {
        return true;
      }
    }
    return false;
  }

  static Activity activity(Verb verb) {
    if (verb.means(VerbClass.INVEST) && !verb.lemma().equals("back")) {
      return Activity.INVESTMENT;
    }
    if (verb.means(VerbClass.TRAIN)) {
      return Activity.TRAINING;
    }
    if (verb.means(VerbClass.DEVELOP) && !verb.means(VerbClass.PROVIDE)) {
      return Activity.DEVELOPMENT;
    }
    if (verb.means(VerbClass.USE)) {
      return Activity.INTERNAL_USE;
    }
    return verb.means(VerbClass.PUBLISH) && !verb.means(VerbClass.PROVIDE)
        ? Activity.CONTENT
        : Activity.PROVISION;
  }
}
