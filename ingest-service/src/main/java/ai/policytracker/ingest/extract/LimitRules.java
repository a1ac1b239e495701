package ai.policytracker.ingest.extract;

import static ai.policytracker.event.Kind.BAN;
import static ai.policytracker.event.Kind.PAUSE;
import static ai.policytracker.event.Kind.RESTRICTION;
import static ai.policytracker.event.Kind.RESUMPTION;

import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import java.util.List;
import java.util.Set;

/** What becomes of a limit that a noun names, or of those who use the product. */
final class LimitRules {
  private static final Set<String> GONE = Set.of("disappear", "vanish");
  private static final List<String> MARKING = List.of("label", "disclose", "declare", "mark");
  private static final List<String> ONLY =
      List.of("only to", "only for", "adults only", "partners only", "exclusively to");
  private static final Set<String> USERS = Words.set("users");
  private static final Set<String> OVERSEERS = Words.set("overseers");
  private static final Set<String> LEAVES = Words.set("leaves");

  private final Sentence sentence;
  private final List<Verb> verbs;
  private final LimitNouns limits;

  LimitRules(Sentence sentence, List<Verb> verbs) {
    this.sentence = sentence;
    this.verbs = verbs;
    this.limits = new LimitNouns(sentence, verbs);
  }

  /** Null where the verb tells of no limit. */
  Act act(Chain chain) {
    Verb verb = chain.verb();
    if (isDemandOnUsers(verb)) {
      return act(RESTRICTION, chain, 0.75).until(sentence.size());
    }
    if (isWaiting(chain)) {
      return act(PAUSE, chain, 0.75).until(sentence.size());
    }
    if (limits.isStanding(verb)) {
      return Act.from(verb.first() - 16, PAUSE, null, chain, 0.75);
    }
    boolean offers =
        verb.means(VerbClass.PROVIDE) || Set.of("make", "show", "keep").contains(verb.lemma());
    if (offers
        && verb.finite()
        && !verb.passive()
        && Words.holdAny(sentence.words(verb.head(), verb.end()), ONLY)) {
      return act(RESTRICTION, chain, 0.6);
    }
    if (isLost(chain)) {
      return Act.from(verb.first() - 9, BAN, null, chain, 0.7);
    }
    if (isStillForbidden(verb)) {
      return Act.from(verb.first() - 12, BAN, null, chain, 0.75);
    }
    return named(chain);
  }

  /** "refused to drop its ban", "will not lift the moratorium": it holds. */
  Act kept(Chain chain) {
    Verb verb = chain.verb();
    boolean lifts = verb.means(VerbClass.LIFT) && !verb.passive();
    boolean wills = Set.of("will", "would").contains(chain.modal()) && chain.negated();
    boolean refused = chain.governedBy(VerbClass.REFUSE) && !chain.negated();
    Kind noun = lifts && (wills || refused) ? limits.kind(verb) : null;
    return noun == null ? null : act(noun, chain, 0.7);
  }

  /** What becomes of a limit that a noun names. */
  private Act named(Chain chain) {
    Verb verb = chain.verb();
    boolean gone = GONE.contains(verb.lemma()) && verb.finite() && !verb.passive();
    if (verb.means(VerbClass.LIFT) && (verb.passive() || gone) && limits.isSubject(verb)) {
      return Act.from(verb.first() - 24, RESUMPTION, null, chain, 0.8);
    }
    if (verb.means(VerbClass.LIFT) && limits.hasObject(verb)) {
      return act(RESUMPTION, chain, 0.85);
    }
    Kind holding = verb.finite() && !verb.negated() ? holding(verb) : null;
    if (holding != null) {
      return Act.from(verb.first() - 16, holding, null, chain, 0.7).ofThing();
    }
    if (verb.means(VerbClass.ANNOUNCE) && !verb.negated() && limits.isDuty(verb)) {
      return act(RESTRICTION, chain, 0.75);
    }
    Kind noun = limits.kind(verb);
    if (noun == null) {
      return null;
    }
    if (verb.means(VerbClass.CONSIDER) && isJudged(verb)) {
      return null;
    }
    if (verb.means(VerbClass.CONSIDER)) {
      return act(noun, chain, 0.7).withModality(Modality.CONSIDERED);
    }
    if (verb.lemma().equals("plan") && verb.finite()) {
      return act(noun, chain, 0.7).withModality(Modality.PLANNED);
    }
    return verb.means(VerbClass.EXTEND, VerbClass.ANNOUNCE) ? act(noun, chain, 0.85) : null;
  }

  /** "considers a ban unlikely". */
  private boolean isJudged(Verb verb) {
    for (int i = verb.head() + 2; i < Math.min(verb.end(), verb.head() + 9); i++) {
      Token token = sentence.at(i);
      boolean last = i + 1 == sentence.size() || sentence.at(i + 1).tagged("PUNCT", "SCONJ", "ADP");
      if (token.tagged("ADJ") && last) {
        return true;
      }
    }
    return false;
  }

  /** "A freeze was announced by the firm", "its ban on AI art takes effect on Monday". */
  private Kind holding(Verb verb) {
    boolean announced = verb.passive() && verb.means(VerbClass.ANNOUNCE, VerbClass.EXTEND);
    boolean asked =
        verb.modal().equals("should")
            || verb.modal().equals("could")
            || Words.hold(sentence.words(0, verb.first()), "how");
    return (announced || verb.means(VerbClass.HOLD)) && !asked ? limits.subjectKind(verb) : null;
  }

  /** "will wait for a federal law before it sells". */
  private boolean isWaiting(Chain chain) {
    Verb verb = chain.verb();
    if (!verb.lemma().equals("wait") || chain.negated()) {
      return false;
    }
    boolean deed = verbs.stream().anyMatch(v -> v.head() > verb.head() && v.means(Deeds.CLASSES));
    return deed && sentence.words(verb.head(), sentence.size()).contains(" before ");
  }

  /** "remains prohibited", "stays off limits". */
  private boolean isStillForbidden(Verb verb) {
    boolean is = verb.lemma().equals("be") && verb.head() == verb.first();
    if (!is && !Set.of("remain", "stay").contains(verb.lemma())
        || verb.negated()
        || !verb.finite()) {
      return false;
    }
    String next = verb.head() + 1 < sentence.size() ? sentence.at(verb.head() + 1).lower() : "";
    return !is && Set.of("prohibited", "banned", "forbidden", "barred", "blocked").contains(next)
        || Words.hold(sentence.words(verb.head() + 1, verb.head() + 5), "off limits");
  }

  /** "teenagers will lose access to its chatbots". */
  private boolean isLost(Chain chain) {
    Verb verb = chain.verb();
    if (!verb.lemma().equals("lose")) {
      return false;
    }
    String after = sentence.words(verb.head() + 1, verb.head() + 5);
    return verb.finite()
        && !chain.negated()
        && Set.of("", "will", "would").contains(chain.modal())
        && (Words.hold(after, "access") || Words.hold(after, "the ability"));
  }

  /** "require authors to tell", "make advertisers disclose". */
  private boolean isDemandOnUsers(Verb verb) {
    boolean asks = verb.lemma().equals("ask");
    if (!verb.means(VerbClass.REQUIRE)
        || verb.passive()
        || asks && !Words.holdAny(sentence.words(verb.head(), verb.end()), MARKING)) {
      return false;
    }
    boolean that = sentence.words(verb.head(), sentence.size()).contains(" that ");
    for (int i = verb.head() + 1; i < Math.min(sentence.size(), verb.head() + 12); i++) {
      boolean overseen = that && OVERSEERS.contains(sentence.at(i).lower());
      boolean newly =
          !verb.modal().isEmpty() || sentence.words(verb.first() - 1, verb.head()).endsWith("now");
      boolean label = newly && i < verb.head() + 4 && LEAVES.contains(sentence.at(i).lower());
      if ((overseen || label) && !asks) {
        return true;
      }
    }
    for (int i = verb.head() + 1; i < Math.min(verb.end(), verb.head() + 5); i++) {
      if (USERS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private static Act act(Kind kind, Chain chain, double strength) {
    return Act.of(kind, null, chain, strength);
  }
}
