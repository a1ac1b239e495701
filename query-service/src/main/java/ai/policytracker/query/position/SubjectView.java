package ai.policytracker.query.position;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Subject;
import ai.policytracker.event.Technology;

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
}
