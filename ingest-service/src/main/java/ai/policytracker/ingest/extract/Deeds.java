package ai.policytracker.ingest.extract;

import static ai.policytracker.event.Kind.BAN;
import static ai.policytracker.event.Kind.PERMISSION;
import static ai.policytracker.event.Kind.RESUMPTION;
import static ai.policytracker.event.Kind.WITHDRAWAL;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Modality;
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
  private static final Set<String> USERS = Words.set("users");
  private static final Set<String> NONE = Set.of("no", "none", "neither");
  static final List<String> REVERSALS = Words.phrases("reversals");
  private static final Set<String> OFFERING =
      Set.of("offer", "sell", "provide", "supply", "license");

  private final Sentence sentence;

  Deeds(Sentence sentence) {
    this.sentence = sentence;
  }

  /** Null where the verb only tells of a deed. */
  Act act(Chain chain) {
    Activity activity = activityOf(chain);
    if (Orders.director(chain) == null && isRuleForUsers(chain)) {
      Activity ruled = activity == Activity.INTERNAL_USE ? null : activity;
      return Act.from(chain.verb().first() - 9, BAN, ruled, chain, 0.8)
          .withModality(Modality.DECIDED);
    }
    if (chain.noLonger() && chain.governedBy(VerbClass.ALLOW)) {
      return null;
    }
    Act stopped = stopped(chain, activity);
    if (stopped != null || Orders.director(chain) != null) {
      return stopped;
    }
    if (chain.governedBy(VerbClass.ALLOW)) {
      return allowed(chain, activity);
    }
    if (chain.governedBy(VerbClass.CONTINUE) && !chain.negated()) {
      return Act.of(PERMISSION, activity, chain, 0.65);
    }
    if (isLeaveForStaff(chain)) {
      return Act.from(chain.verb().first() - 6, PERMISSION, activity, chain, 0.65)
          .withModality(Modality.DECIDED);
    }
    if (isAgain(chain)) {
      return Act.of(RESUMPTION, activity, chain, 0.75);
    }
    return refused(chain, activity);
  }

  private Act stopped(Chain chain, Activity activity) {
    boolean stopped = chain.governedBy(VerbClass.STOP);
    Verb director = Orders.director(chain);
    if (director != null) {
      if (!Orders.isToOwnPeople(sentence, director, chain.verb())) {
        return null;
      }
      boolean off = chain.negated() || stopped;
      return off ? Act.from(director.head(), BAN, activity, chain, 0.85) : null;
    }
    if (chain.noLonger()) {
      return Act.of(activity == Activity.INVESTMENT ? BAN : WITHDRAWAL, activity, chain, 0.9);
    }
    return stopped && !chain.negated() ? Act.of(WITHDRAWAL, activity, chain, 0.9) : null;
  }

  private Act refused(Chain chain, Activity activity) {
    boolean denied = denied(chain);
    if (chain.governedBy(VerbClass.REFUSE) && !chain.negated() && isVolitional(chain)) {
      return Act.of(BAN, activity, chain, 0.7);
    }
    if (denied && isVolitional(chain)) {
      boolean withdraws = OFFERING.contains(chain.verb().lemma()) && chain.modal().equals("will");
      return Act.of(withdraws ? WITHDRAWAL : BAN, activity, chain, 0.85);
    }
    boolean practice = denied && activity == Activity.TRAINING && chain.verb().modal().isEmpty();
    return practice ? Act.of(BAN, activity, chain, 0.7) : null;
  }

  /** "lets its engineers use", "refused to let the army use". */
  private Act allowed(Chain chain, Activity activity) {
    Verb allow =
        chain.governors().stream().filter(g -> g.means(VerbClass.ALLOW)).findFirst().orElseThrow();
    if (chain.governedBy(VerbClass.REFUSE) && !chain.negated()) {
      return Act.from(allow.head(), BAN, activity, chain, 0.75);
    }
    if (chain.negated() || chain.governedBy(VerbClass.STOP, VerbClass.REFUSE)) {
      return null;
    }
    boolean aside = allow.form() == Verb.Form.GERUND && allow.governor() < 0;
    if (aside || isOfLaw(sentence, chain.top())) {
      return null;
    }
    boolean again = Words.holdAny(sentence.words(0, sentence.size()), REVERSALS);
    boolean whom =
        sentence.audiences().stream()
            .anyMatch(a -> a.from() > allow.head() && a.from() < chain.verb().end());
    boolean work = chain.verb().means(VerbClass.PUBLISH) && !chain.verb().means(VerbClass.PROVIDE);
    if (again) {
      return Act.from(allow.head(), RESUMPTION, activity, chain, 0.7);
    }
    return whom || work ? Act.from(allow.head(), PERMISSION, activity, chain, 0.6) : null;
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

  /** "police may not use": the company's rule, though police is the subject. */
  private boolean isRuleForUsers(Chain chain) {
    Verb top = chain.top();
    boolean may = Set.of("may", "can", "must").contains(top.modal());
    int from = Math.max(0, top.first() - 9);
    boolean people =
        sentence.audiences().stream().anyMatch(a -> a.from() >= from && a.from() < top.first())
            || top.first() > 0 && sentence.at(top.first() - 1).is("they")
            || USERS.contains(sentence.at(Math.max(0, top.first() - 1)).lower())
            || top.first() > 1 && USERS.contains(sentence.at(top.first() - 2).lower());
    return may
        && people
        && chain.verb().means(VerbClass.USE)
        && chain.verb().form() != Verb.Form.PARTICIPLE
        && (denied(chain) || chain.noLonger());
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

  /** "employees may use it for drafts", "artists are free to use it". */
  private boolean isLeaveForStaff(Chain chain) {
    Verb top = chain.top();
    boolean free =
        top.lemma().equals("be")
            && Words.holdAny(
                sentence.words(top.head() + 1, chain.verb().first()), List.of("free", "welcome"));
    boolean may = top.modal().equals("may") && top == chain.verb();
    int from = Math.max(0, top.first() - 4);
    boolean staff =
        sentence.audiences().stream()
            .anyMatch(
                a -> a.value() == Audience.EMPLOYEES && a.from() >= from && a.from() < top.first());
    return (free || may) && staff && !denied(chain) && chain.verb().means(VerbClass.USE);
  }

  private boolean isAgain(Chain chain) {
    Verb verb = chain.verb();
    String words = sentence.words(Math.max(0, verb.first() - 6), verb.end());
    String own = sentence.words(Math.max(0, verb.first() - 1), verb.end());
    return verb.form() != Verb.Form.PARTICIPLE
        && !denied(chain)
        && isOnceMore(chain, words, own)
        && !chain.governedBy(VerbClass.REFUSE, VerbClass.DENY);
  }

  /** "will use it again", "has begun to use it, ten months after shelving the plan". */
  private boolean isOnceMore(Chain chain, String words, String own) {
    if (Words.hold(own, "again") || Words.hold(own, "once more")) {
      return !Words.hold(words, "before");
    }
    boolean begins =
        chain.governors().stream().anyMatch(g -> Set.of("begin", "start").contains(g.lemma()));
    return begins
        && chain.all().stream()
            .anyMatch(
                v ->
                    v.head() > chain.verb().head()
                        && v.means(VerbClass.PAUSE, VerbClass.BAN, VerbClass.STOP)
                        && sentence.words(v.first() - 2, v.first() + 1).contains("after"));
  }

  boolean isVolitional(Chain chain) {
    String modal = chain.modal();
    boolean will = modal.equals("will") || modal.equals("would");
    return will
        || chain.governedBy(VerbClass.PLEDGE, VerbClass.SAY, VerbClass.REFUSE, VerbClass.DIRECT)
        || Set.of("decide", "decline", "mean").contains(chain.top().lemma())
        || (modal.equals("may") && chain.verb().passive())
        || hasUntil(chain.verb());
  }

  private boolean hasUntil(Verb verb) {
    return Words.hold(sentence.words(verb.head(), sentence.size()), "until");
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
