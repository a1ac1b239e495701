package ai.policytracker.query.change;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Subject;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one event changed.
 *
 * @param version numbers the company's changes
 * @param causes ids of the events
 * @param validFrom first day on which an answer differs; null where none does
 * @param before segments of the timeline that no longer hold
 * @param after segments that hold in their place
 * @param announced the claim that the event brought; null where it brought none
 */
public record ChangeView(
    long seq,
    String changeId,
    String company,
    long version,
    ChangeType type,
    Subject subject,
    Instant recordedAt,
    LocalDate validFrom,
    List<String> causes,
    List<Segment> before,
    List<Segment> after,
    ClaimAnnounced announced) {

  static ChangeView of(long seq, Change change) {
    return new ChangeView(
        seq,
        change.changeId(),
        change.company(),
        change.version(),
        change.type(),
        change.subject(),
        change.recordedAt(),
        change.validFrom(),
        change.causes(),
        change.difference().before(),
        change.difference().after(),
        change.announced());
  }
}
