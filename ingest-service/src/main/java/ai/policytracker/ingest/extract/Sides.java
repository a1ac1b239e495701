package ai.policytracker.ingest.extract;

import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Stance;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Sides on a law that a noun names, with the companies behind the verb: "the bill has the backing
 * of Alpha", "among its opponents are Beta and Gamma", "supporters include Delta".
 */
final class Sides {
  private static final Set<String> BACKERS = Words.set("backers");
  private static final Set<String> OPPONENTS = Words.set("opponents");
  private static final Set<String> BACKING = Words.set("backing");
  private static final Set<String> OPPOSITION = Words.set("opposition");
  private static final int REACH = 8;

  private final Sentence sentence;
  private final boolean lawBefore;

  Sides(Sentence sentence, boolean lawBefore) {
    this.sentence = sentence;
    this.lawBefore = lawBefore;
  }

  /** Null where the verb leads to no side. */
  Act act(Verb verb) {
    if (!verb.finite() || verb.negated() || givers(sentence, verb).isEmpty()) {
      return null;
    }
    boolean law = lawBefore || LawWords.at(sentence, 0, sentence.size()) >= 0;
    Stance stance = law ? stance(verb) : null;
    return stance == null
        ? null
        : new Act(
            Kind.LOBBYING_STANCE,
            null,
            Modality.DECIDED,
            verb,
            Math.max(0, verb.first() - REACH),
            sentence.size(),
            stance,
            0.7,
            true);
  }

  private Stance stance(Verb verb) {
    boolean lists = Set.of("be", "include", "number").contains(verb.lemma());
    if (lists) {
      return side(verb.first() - REACH, verb.first(), BACKERS, OPPONENTS);
    }
    boolean gets =
        Set.of("have", "win", "get", "enjoy", "draw", "attract", "receive", "meet", "face")
            .contains(verb.lemma());
    return gets ? side(verb.head() + 1, verb.head() + REACH, BACKING, OPPOSITION) : null;
  }

  private Stance side(int from, int to, Set<String> supports, Set<String> opposes) {
    for (int i = Math.max(0, from); i < Math.min(to, sentence.size()); i++) {
      if (supports.contains(sentence.at(i).lower())) {
        return Stance.SUPPORTS;
      }
      if (opposes.contains(sentence.at(i).lower())) {
        return Stance.OPPOSES;
      }
    }
    return null;
  }

  /** The companies that are named after the verb, in its clause. */
  static Set<String> givers(Sentence sentence, Verb verb) {
    Set<String> named = new LinkedHashSet<>();
    for (var found : sentence.companies()) {
      boolean after = found.from() > verb.head() && found.to() <= verb.end();
      if (after
          && found.value().company() != null
          && found.value().role() != Companies.Role.PRODUCT) {
        named.add(found.value().company());
      }
    }
    return named;
  }
}
