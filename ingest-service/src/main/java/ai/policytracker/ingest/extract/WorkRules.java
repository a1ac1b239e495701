package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Technology;
import java.util.List;
import java.util.Set;

/**
 * What becomes of works made by machines: "will not acquire films written by AI", "rejects songs
 * made with AI", "has accepted no generated vocals since April".
 */
final class WorkRules {
  private static final Set<String> WORKS = Words.set("works");
  private static final Set<String> TAKING = Words.set("taking works");
  private static final Set<String> REJECTING = Words.set("rejecting works");
  private static final List<String> MADE = Words.phrases("made by AI");
  private static final Set<Technology> MAKERS =
      Set.of(Technology.GENERATIVE_AI, Technology.GENERAL_AI, Technology.SYNTHETIC_MEDIA);
  private static final Set<String> NONE = Set.of("no", "none", "nothing");
  private static final int REACH = 16;

  private final Sentence sentence;

  WorkRules(Sentence sentence) {
    this.sentence = sentence;
  }

  static boolean isKnown(Verb verb) {
    return TAKING.contains(verb.lemma()) || REJECTING.contains(verb.lemma());
  }

  /** Null where no works are kept out. */
  Act act(Chain chain) {
    Verb verb = chain.verb();
    int end = Math.min(sentence.size(), verb.head() + REACH);
    if (verb.passive()
        || !verb.finite()
        || !hasWorks(verb.head() + 1, end)
        || new LimitNouns(sentence, chain.all()).hasObject(verb)) {
      return null;
    }
    boolean kept = TAKING.contains(verb.lemma()) && isRefused(chain);
    boolean thrown = REJECTING.contains(verb.lemma()) && isRule(chain);
    return kept || thrown ? Act.of(Kind.BAN, Activity.CONTENT, chain, 0.75).until(end) : null;
  }

  private boolean isRefused(Chain chain) {
    int next = chain.verb().head() + 1;
    boolean none = next < sentence.size() && NONE.contains(sentence.at(next).lower());
    boolean told = Set.of("", "will", "would").contains(chain.modal()) && isNow(chain.verb());
    boolean policy = !chain.modal().isEmpty() || chain.noLonger() || chain.verb().perfect();
    return (chain.negated() || chain.noLonger() || none) && told && (policy || isRuleStated());
  }

  /** Told as what holds, not as what happened once. */
  private boolean isRule(Chain chain) {
    Verb verb = chain.verb();
    return !chain.negated()
        && !chain.governedBy(VerbClass.PLEDGE)
        && Set.of("", "will", "would").contains(chain.modal())
        && (isNow(verb) && !sentence.at(verb.head()).lower().endsWith("ed") || verb.perfect());
  }

  /** A bare "does not publish" is a practice; "and has had that rule since May" makes it a rule. */
  private boolean isRuleStated() {
    return sentence.hasWord("rule") || sentence.hasWord("policy") || sentence.hasWord("since");
  }

  private boolean isNow(Verb verb) {
    return !Set.of("did", "had").contains(sentence.at(verb.first()).lower());
  }

  private boolean hasWorks(int from, int to) {
    boolean works = false;
    for (int i = from; i < to; i++) {
      works |= WORKS.contains(sentence.at(i).lower());
    }
    boolean machine =
        sentence.technologies().stream()
            .anyMatch(t -> t.from() >= from && t.from() < to && MAKERS.contains(t.value()));
    return works && machine && Words.holdAny(sentence.words(from, to), MADE);
  }
}
