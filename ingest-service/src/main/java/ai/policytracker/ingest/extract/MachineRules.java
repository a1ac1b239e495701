package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Technology;
import java.util.List;
import java.util.Set;

/**
 * What a machine may do alone: "its algorithm will no longer reject applicants without a review",
 * "refusals will be checked by an underwriter".
 */
final class MachineRules {
  private static final Set<String> OVERSEEING = Words.set("overseeing");
  private static final Set<String> OVERSEERS = Words.set("overseers");
  private static final List<String> ALONE = Words.phrases("without people");
  private static final Set<String> RULING = Set.of("will", "would", "must", "may", "can");
  private static final int NEAR = 7;

  private final Sentence sentence;

  MachineRules(Sentence sentence) {
    this.sentence = sentence;
  }

  /** Null where no machine is held to anything. */
  Act act(Chain chain) {
    Verb verb = chain.verb();
    if (isStoppedLetting(chain)) {
      return Act.of(Kind.BAN, Activity.INTERNAL_USE, chain, 0.65);
    }
    boolean ruled = RULING.contains(chain.modal()) && verb.form() != Verb.Form.PARTICIPLE;
    if (!ruled || !hasMachine()) {
      return null;
    }
    boolean denied = chain.negated() || chain.noLonger();
    String after = sentence.words(verb.head(), sentence.size());
    boolean alone = denied && Words.holdAny(after, ALONE);
    if (!alone && (denied || !isOverseen(verb))) {
      return null;
    }
    return new Act(
        Kind.RESTRICTION,
        Activity.INTERNAL_USE,
        Modality.DECIDED,
        chain.top(),
        0,
        sentence.size(),
        null,
        0.65,
        true);
  }

  /** "stopped letting an algorithm decide". */
  private boolean isStoppedLetting(Chain chain) {
    Verb verb = chain.verb();
    return verb.means(VerbClass.ALLOW)
        && chain.governedBy(VerbClass.STOP)
        && !chain.negated()
        && sentence.technologies().stream()
            .anyMatch(
                t ->
                    t.from() >= verb.head()
                        && t.from() <= verb.head() + 3
                        && t.value() == Technology.AUTOMATED_DECISIONS);
  }

  static boolean isOversight(Verb verb) {
    return OVERSEEING.contains(verb.lemma());
  }

  private boolean isOverseen(Verb verb) {
    if (!verb.passive() || !OVERSEEING.contains(verb.lemma())) {
      return false;
    }
    boolean by = false;
    for (int i = verb.head() + 1; i < Math.min(sentence.size(), verb.head() + NEAR); i++) {
      by |= sentence.at(i).is("by");
      if (by && OVERSEERS.contains(sentence.at(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private boolean hasMachine() {
    return !sentence.technologies().isEmpty()
        && sentence.technologies().stream()
            .noneMatch(t -> t.value() == Technology.AUTONOMOUS_WEAPONS);
  }
}
