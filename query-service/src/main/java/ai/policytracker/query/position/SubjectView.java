package ai.policytracker.query.position;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Subject;

/**
 * What a policy governs.
 *
 * @param jurisdiction null where none is stated
 */
public record SubjectView(
    Technology technology, Activity activity, Audience audience, String jurisdiction) {

  public static SubjectView of(Subject subject, String jurisdiction) {
    return new SubjectView(
        subject.technology(), subject.activity(), subject.audience(), jurisdiction);
  }

  static SubjectView of(SubjectRow subject, String jurisdiction) {
    return new SubjectView(
        subject.technology(), subject.activity(), subject.audience(), jurisdiction);
  }
}
