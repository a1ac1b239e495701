package ai.policytracker.query.position;

import ai.policytracker.event.Technology;
import ai.policytracker.policy.Coverage;
import ai.policytracker.policy.Coverage.Match;
import java.util.Optional;

/**
 * Which subjects are asked for; null in a field is: any.
 *
 * @param coverage of policies alone: an activity, an audience or a place do not tell stances apart
 */
public record Question(Technology technology, Coverage.Question coverage) {

  /** Every subject on the technology. */
  public static Question on(Technology technology) {
    return new Question(technology, new Coverage.Question(null, null, null));
  }

  /** Empty where a policy on the subject is no answer; on the technology it is. */
  Optional<Match> match(SubjectRow subject, String jurisdiction) {
    return new Coverage(subject.activity(), subject.audience(), jurisdiction).answers(coverage);
  }

  Optional<Match> match(TargetView target) {
    return technology == null || technology == target.technology()
        ? Optional.of(Match.EXACT)
        : Optional.empty();
  }
}
