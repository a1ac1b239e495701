package ai.policytracker.query.project;

import ai.policytracker.policy.Lane;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Status;
import ai.policytracker.policy.Subject;
import java.time.LocalDate;

/**
 * Tells the segments of a company that are known at one time apart, those of stances too.
 *
 * @param jurisdiction "" where none is stated
 */
record PositionKey(
    Subject subject,
    String announcement,
    String jurisdiction,
    Lane lane,
    boolean lapsed,
    LocalDate validFrom) {

  static PositionKey of(Subject subject, Segment segment) {
    return new PositionKey(
        subject,
        segment.announcement(),
        segment.jurisdiction() == null ? "" : segment.jurisdiction(),
        segment.lane(),
        segment.status() == Status.LAPSED,
        segment.validFrom());
  }

  boolean isOfStance() {
    return lane == Lane.STANCE;
  }
}
