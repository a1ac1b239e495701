package ai.policytracker.query.position;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Segment;
import java.time.LocalDate;
import java.util.Objects;

/** That a position of this subject, place and lane begins on this day. */
record Start(
    Technology technology,
    Activity activity,
    Audience audience,
    String jurisdiction,
    Kind kind,
    LocalDate validFrom) {

  static Start of(SubjectRow subject, Segment segment) {
    return new Start(
        subject.technology(),
        subject.activity(),
        subject.audience(),
        segment.jurisdiction(),
        segment.kind(),
        segment.validFrom());
  }

  /** Commitments stand beside all else; every other kind holds alone. */
  boolean keepsOut(SubjectRow subject, String place, Kind other) {
    return technology == subject.technology()
        && activity == subject.activity()
        && audience == subject.audience()
        && Objects.equals(jurisdiction, place)
        && kind != Kind.COMMITMENT
        && other != Kind.COMMITMENT;
  }
}
