package ai.policytracker.ingest.extract;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import java.util.List;
import java.util.Set;

/** Deeds that go on under a condition: "will only train on posts with consent", "sells only to". */
final class Provisos {
  private static final List<String> CONDITIONS = Words.phrases("provisos");
  private static final List<String> OVERSIGHT =
      List.of(
          "by a",
          "by an",
          "by people",
          "after",
          "if",
          "when",
          "with",
          "once",
          "for",
          "on condition");
  private static final Set<String> VAGUE = Set.of("could", "might", "should", "can", "would");
  private static final int REACH = 14;

  private final Sentence sentence;

  Provisos(Sentence sentence) {
    this.sentence = sentence;
  }

  /** Null where the deed is told without reserve. */
  Act act(Chain chain) {
    Verb verb = chain.verb();
    if (isBoundPassive(chain)) {
      return Act.from(verb.first() - 10, Kind.RESTRICTION, null, chain, 0.65)
          .withModality(Modality.DECIDED)
          .ofThing();
    }
    boolean deed =
        verb.means(VerbClass.PROVIDE, VerbClass.TRAIN, VerbClass.USE, VerbClass.PUBLISH)
            || verb.means(VerbClass.ALLOW);
    if (!deed
        || verb.passive()
        || chain.negated()
        || chain.noLonger()
        || VAGUE.contains(chain.modal())
        || chain.governedBy(VerbClass.STOP, VerbClass.REFUSE, VerbClass.REQUIRE)) {
      return null;
    }
    int end = Math.min(verb.end(), verb.head() + REACH);
    String before = sentence.words(verb.first(), verb.head());
    String after = sentence.words(verb.head(), end);
    boolean only =
        Words.hold(before, "only")
            || sentence.words(verb.first() - 1, verb.first()).equals("only")
            || after.startsWith(verbWord(verb) + " only ");
    boolean bound = only ? Words.holdAny(after, CONDITIONS) : isOnlyLater(after);
    return bound ? Act.of(Kind.RESTRICTION, activity(verb), chain, 0.6) : null;
  }

  /** "may only be used for", "will be closed only by an employee". */
  private boolean isBoundPassive(Chain chain) {
    Verb verb = chain.verb();
    boolean rule = Set.of("may", "will", "can", "must").contains(chain.modal());
    if (!verb.passive() || !rule || chain.negated() || !chain.governors().isEmpty()) {
      return false;
    }
    String before = sentence.words(verb.first(), verb.head());
    String after = sentence.words(verb.head() + 1, Math.min(verb.end(), verb.head() + REACH));
    boolean inside = Words.hold(before, "only") && !verb.modal().equals("will");
    return inside || OVERSIGHT.stream().anyMatch(o -> Words.hold(after, "only " + o));
  }

  private static Activity activity(Verb verb) {
    return verb.means(VerbClass.ALLOW) ? null : Deeds.activity(verb);
  }

  private String verbWord(Verb verb) {
    return sentence.at(verb.head()).lower();
  }

  private static boolean isOnlyLater(String after) {
    return CONDITIONS.stream().anyMatch(condition -> Words.hold(after, "only " + condition));
  }
}
