package ai.policytracker.query.position;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a policy governs.
 *
 * @param jurisdiction null where none is stated
 */
public record SubjectView(
    Technology technology, Activity activity, Audience audience, @Nullable String jurisdiction) {

  public static SubjectView of(Subject subject, String jurisdiction) {
    return new SubjectView(
        subject.technology(), subject.activity(), subject.audience(), jurisdiction);
  }

  static SubjectView of(SubjectRow subject, String jurisdiction) {
    return new SubjectView(
        subject.technology(), subject.activity(), subject.audience(), jurisdiction);
  }
}
