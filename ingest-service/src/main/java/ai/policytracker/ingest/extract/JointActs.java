package ai.policytracker.ingest.extract;

import ai.policytracker.event.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What companies do together whose names the article tells later: "40 firms signed a letter". */
final class JointActs {
  private static final int REACH = 3;
  private static final Set<String> GROUPS =
      Set.of("companies", "firms", "three", "two", "four", "five", "six", "they", "group", "banks");

  /** An act in the sentence that tells of it. */
  record Joint(Sentence sentence, Act act) {
    boolean isPaper() {
      return act.kind() == Kind.LOBBYING_STANCE || act.kind() == Kind.COMMITMENT;
    }
  }

  private Joint last;

  void remember(Sentence sentence, Act act, List<SubjectFinder.Phrase> subject) {
    if (SignedPapers.isGroup(sentence, subject)) {
      last = new Joint(sentence, act);
    }
  }

  /** The act that was told last before the sentence, or in it; null where it is too far back. */
  Joint before(Sentence sentence) {
    boolean near = last != null && sentence.index() - last.sentence().index() <= REACH;
    return near ? last : null;
  }

  /**
   * "Alpha, the lender Beta and Gamma announced the moratorium", "The three are Alpha, Beta and
   * Gamma": whose act it was that a group without names was said to have done; empty where the
   * sentence does not say.
   */
  static List<String> named(Sentence sentence, List<Verb> verbs) {
    Set<String> named = new LinkedHashSet<>();
    for (var found : sentence.companies()) {
      if (found.value().company() != null && found.value().role() != Companies.Role.PRODUCT) {
        named.add(found.value().company());
      }
    }
    if (named.size() < 2 || verbs.isEmpty()) {
      return List.of();
    }
    Verb verb = verbs.getFirst();
    int first = sentence.companies().stream().mapToInt(Phrases.Found::from).min().orElse(0);
    boolean lists =
        Set.of("be", "include").contains(verb.lemma())
            && verb.head() < first
            && !verb.negated()
            && GROUPS.contains(sentence.words(verb.first() - 1, verb.first()));
    boolean announces =
        verb.head() > first
            && Set.of("announce", "sign", "make", "publish", "agree", "issue")
                .contains(verb.lemma())
            && Words.hold(sentence.words(verb.head() + 1, verb.head() + 3), "the");
    return lists || announces ? List.copyOf(named) : List.of();
  }

  /** "They promise an audit", "record companies and a studio": no company in particular. */
  static boolean isVague(Sentence sentence, Actor actor, List<SubjectFinder.Phrase> subject) {
    if (actor.named() || actor.companies().isEmpty()) {
      return false;
    }
    boolean they = subject.stream().anyMatch(p -> sentence.at(p.head()).is("they"));
    boolean unnamed =
        sentence.companies().stream()
            .noneMatch(c -> actor.companies().getFirst().equals(c.value().company()));
    return subject.size() > 1 || they && unnamed && actor.companies().size() == 1;
  }
}
