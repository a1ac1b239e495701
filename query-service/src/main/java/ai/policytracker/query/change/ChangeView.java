package ai.policytracker.query.change;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one event changed.
 *
 * @param version numbers the company's changes
 * @param subject null where the change is about the company's identity alone
 * @param causes ids of the events
 * @param validFrom first day on which an answer differs; null where none does
 * @param before segments of the timeline that no longer hold
 * @param after segments that hold in their place
 * @param announced the claim that the event brought or changed; null where it brought none
 * @param reached the position that began or ended on its stated date; null for other events
 * @param mergedInto of a change of identity the company that counts now; null after an unmerge
 */
public record ChangeView(
    long seq,
    String changeId,
    String company,
    long version,
    ChangeType type,
    @Nullable Subject subject,
    Instant recordedAt,
    @Nullable LocalDate validFrom,
    List<String> causes,
    List<Segment> before,
    List<Segment> after,
    @Nullable ClaimAnnounced announced,
    @Nullable Segment reached,
    @Nullable String mergedInto) {

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
        change.announced(),
        change.reached(),
        change.mergedInto());
  }
}
