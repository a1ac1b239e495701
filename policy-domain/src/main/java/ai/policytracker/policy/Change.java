package ai.policytracker.policy;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.Ids;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The difference that one event made to a company's positions, as it stands on {@code
 * policy.changes.v1}. The read side needs no other source.
 *
 * @param changeId hash of the event and the subject
 * @param version numbers the company's changes from 1 without gaps
 * @param foldVersion the rules under which it was made
 * @param causes ids of the events that made it
 * @param recordedAt known time: set at the append, strictly growing within a company
 * @param validFrom first day on which an answer differs; null where none does
 * @param announced the claim that the event brought, with its evidence; null where it brought none
 * @param retractedClaim the claim that the event took back; null where it took none
 */
public record Change(
    String changeId,
    String company,
    long version,
    int foldVersion,
    ChangeType type,
    Subject subject,
    List<String> causes,
    Instant recordedAt,
    LocalDate validFrom,
    Difference difference,
    ClaimAnnounced announced,
    String retractedClaim) {

  public Change {
    causes = List.copyOf(causes);
  }

  /** The change that an event made; {@code version} is the company's next. */
  public static Change of(
      PolicyEvent event, FoldedSubject.Step step, long version, Instant recordedAt) {
    Difference difference = step.difference();
    Subject subject = event.subject();
    boolean holds = step.next().holds(event);
    return new Change(
        Ids.of("change", event.eventId(), subject.toString()),
        subject.company(),
        version,
        FoldedSubject.FOLD_VERSION,
        difference.type(),
        subject,
        List.of(event.eventId()),
        recordedAt,
        difference.validFrom(),
        difference,
        holds && event instanceof ClaimAnnounced announced ? announced : null,
        holds && event instanceof ClaimRetracted gone ? gone.claimId() : null);
  }
}
