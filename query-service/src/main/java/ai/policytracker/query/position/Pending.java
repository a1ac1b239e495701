package ai.policytracker.query.position;

import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Precision;
import ai.policytracker.query.position.PendingView.Reason;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An announcement on none of the segments that were known, whatever their dates.
 *
 * @param members not empty, among them the one that the announcement is named after
 */
record Pending(String announcement, List<Member> members) {

  /**
   * @param starts of the positions that were known
   * @return empty where another announcement holds that began on the same day
   */
  Optional<PendingView> view(List<Start> starts, Question asked) {
    Member anchor =
        members.stream()
            .filter(m -> m.claim().claimId().equals(announcement))
            .findFirst()
            .orElse(members.getFirst());
    String place =
        members.stream()
            .map(Member::jurisdiction)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return reason(starts, place).flatMap(reason -> view(anchor, place, reason, asked));
  }

  private Optional<PendingView> view(Member anchor, String place, Reason reason, Question asked) {
    SubjectRow subject = anchor.subject();
    Claim claim = anchor.claim().claim();
    TargetView target =
        subject.isOfStance() ? TargetView.of(claim.target(), place, subject.technology()) : null;
    return (target == null ? asked.match(subject, place) : asked.match(target))
        .map(
            match ->
                new PendingView(
                    announcement,
                    target == null ? SubjectView.of(subject, place) : null,
                    target,
                    claim.stance(),
                    claim.kind(),
                    reason,
                    match,
                    AnnouncementSources.of(members.stream().map(Member::claim).toList())
                        .sources()));
  }

  private Optional<Reason> reason(List<Start> starts, String place) {
    List<Modality> modalities = members.stream().map(m -> m.claim().claim().modality()).toList();
    List<ClaimAnnounced> decided =
        members.stream()
            .map(Member::claim)
            .filter(claim -> claim.claim().modality() == Modality.DECIDED)
            .toList();
    if (!decided.isEmpty()) {
      // The others may be dated, but they move nothing.
      if (decided.stream().noneMatch(Pending::isDated)) {
        return Optional.of(Reason.UNDATED);
      }
      return isOvershadowed(decided, starts, place)
          ? Optional.empty()
          : Optional.of(Reason.REJECTED);
    }
    boolean planned =
        modalities.contains(Modality.PLANNED) || modalities.contains(Modality.CONSIDERED);
    return Optional.of(planned ? Reason.PLANNED : Reason.DENIED);
  }

  private static boolean isDated(ClaimAnnounced member) {
    Claim claim = member.claim();
    return claim.announcedOn().precision() != Precision.UNKNOWN
        || claim.effectiveFrom() != null
        || member.article().publishedAt() != null;
  }

  /**
   * Of two announcements that start on one day only the stricter one is on the timeline. Changes do
   * not tell the start of the other one; but it is one of the dates that its claims state, so where
   * no position starts on any of these, only a review can have kept it out.
   */
  private boolean isOvershadowed(List<ClaimAnnounced> decided, List<Start> starts, String place) {
    SubjectRow subject = members.getFirst().subject();
    Kind kind = decided.getFirst().claim().kind();
    List<LocalDate> stated = decided.stream().flatMap(Pending::dates).distinct().toList();
    return starts.stream()
        .filter(start -> start.keepsOut(subject, place, kind))
        .anyMatch(start -> stated.contains(start.validFrom()));
  }

  private static Stream<LocalDate> dates(ClaimAnnounced member) {
    Claim claim = member.claim();
    LocalDate published = member.article().publishedOn();
    boolean weekday = published != null && claim.announcedOn().weekday() != null;
    return Stream.of(
            claim.effectiveFrom(),
            claim.announcedOn().date(),
            published,
            weekday
                ? published.with(TemporalAdjusters.previousOrSame(claim.announcedOn().weekday()))
                : null)
        .filter(Objects::nonNull);
  }
}
