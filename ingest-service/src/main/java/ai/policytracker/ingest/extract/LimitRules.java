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
    if (isStillForbidden(verb)) {
      return Act.from(verb.first() - 12, BAN, null, chain, 0.75);
    }
    return named(chain);
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
    Kind noun = limits.kind(verb);
    if (noun == null) {
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

  /** "require authors to tell", "make advertisers disclose". */
  private boolean isDemandOnUsers(Verb verb) {
    boolean asks = verb.lemma().equals("ask");
    if (!verb.means(VerbClass.REQUIRE)
        || verb.passive()
        || asks && !Words.holdAny(sentence.words(verb.head(), verb.end()), MARKING)) {
      return false;
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
