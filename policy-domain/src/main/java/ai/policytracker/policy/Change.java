package ai.policytracker.policy;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.DateReached.Boundary;
import ai.policytracker.event.FoldUpgraded;
import ai.policytracker.event.Ids;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The difference that one event made to a company's positions or stances on one subject, as it
 * stands on {@code policy.changes.v1}. The read side needs no other source.
 *
 * @param changeId hash of the event and the subject
 * @param version numbers the company's changes from 1 without gaps
 * @param foldVersion the rules under which it was made
 * @param subject null where the change is about the company's identity alone
 * @param causes ids of the events that made it
 * @param recordedAt known time: set at the append; never falls within a company, and two changes of
 *     one subject never share one
 * @param validFrom first day on which an answer differs; null where none does
 * @param arrived content id by claim id: what is in the subject from now on, in this reading
 * @param left ids of claims that are in the subject no longer
 * @param announced the claim that the event brought or changed, with its evidence; its content id
 *     is in {@code arrived}. Null where all that arrived was told before
 * @param reached the position that begins or ends on its stated date; null for other events
 * @param mergedInto of a change of identity: the company that counts now; null after an unmerge
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
    @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> arrived,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> left,
    ClaimAnnounced announced,
    Segment reached,
    String mergedInto) {

  public Change {
    causes = List.copyOf(causes);
    arrived =
        arrived == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(arrived);
    left = left == null ? List.of() : List.copyOf(left);
  }

  /** A stated date that lies ahead. */
  public record Due(String claimId, Boundary boundary, LocalDate date) {}

  /** What a new fold makes different in what was told of a subject. */
  public static Change corrected(
      FoldUpgraded event, Published.Correction correction, long version, Instant recordedAt) {
    return new Change(
        Ids.of("change", event.eventId(), correction.subject().key()),
        correction.subject().company(),
        version,
        Fold.VERSION,
        ChangeType.CORRECTED,
        correction.subject(),
        List.of(event.eventId()),
        recordedAt,
        correction.difference().validFrom(),
        correction.difference(),
        correction.arrived(),
        correction.left(),
        null,
        null,
        null);
  }

  Change reaching(Segment position) {
    return new Change(
        changeId,
        company,
        version,
        foldVersion,
        type,
        subject,
        causes,
        recordedAt,
        validFrom,
        difference,
        arrived,
        left,
        announced,
        position,
        mergedInto);
  }

  /** All but the claim that it brought. */
  public Change withoutAnnounced() {
    return new Change(
        changeId,
        company,
        version,
        foldVersion,
        type,
        subject,
        causes,
        recordedAt,
        validFrom,
        difference,
        arrived,
        left,
        null,
        reached,
        mergedInto);
  }

  /** The dates after that of the recording on which a position of this change begins or ends. */
  public Stream<Due> dues() {
    return dues(difference.after(), recordedOn());
  }

  /** The same of the positions that hold no longer as they were. */
  public Stream<Due> duesBefore() {
    return dues(difference.before(), recordedOn());
  }

  private LocalDate recordedOn() {
    return LocalDate.ofInstant(recordedAt, ZoneOffset.UTC);
  }

  /** The dates after that day on which a position begins or ends. */
  public static Stream<Due> dues(Collection<Segment> segments, LocalDate today) {
    return segments.stream()
        .filter(s -> s.status() != Status.LAPSED)
        .flatMap(
            s ->
                Stream.of(
                        new Due(s.announcement(), Boundary.START, s.validFrom()),
                        new Due(s.announcement(), Boundary.END, s.validTo()))
                    .filter(due -> due.date() != null && due.date().isAfter(today)));
  }
}
