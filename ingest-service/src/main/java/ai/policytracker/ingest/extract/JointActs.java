package ai.policytracker.ingest.extract;

import ai.policytracker.event.Kind;
import java.util.List;

/** What companies do together whose names the article tells later: "40 firms signed a letter". */
final class JointActs {
  private static final int REACH = 3;

  /** An act in the sentence that tells of it. */
  record Joint(Sentence sentence, Act act) {}

  private Joint last;

  void remember(Sentence sentence, Act act, List<SubjectFinder.Phrase> subject) {
    boolean paper = act.kind() == Kind.LOBBYING_STANCE || act.kind() == Kind.COMMITMENT;
    if (paper && SignedPapers.isGroup(sentence, subject)) {
      last = new Joint(sentence, act);
    }
  }

  /** The act that was told last before the sentence, or in it; null where it is too far back. */
  Joint before(Sentence sentence) {
    boolean near = last != null && sentence.index() - last.sentence().index() <= REACH;
    return near ? last : null;
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
