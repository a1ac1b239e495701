package ai.policytracker.query.announcement;

import ai.policytracker.event.Attribution;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Until;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.query.position.ContestView;
import ai.policytracker.query.position.SubjectView;
import ai.policytracker.query.position.TargetView;
import ai.policytracker.query.request.KnownTime;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An act in the world with everything that was known of it.
 *
 * @param subject null for stances, which have {@code target}, {@code stance} and {@code
 *     attribution} instead
 * @param status null for stances, and where it moves nothing; then {@code standing}, {@code
 *     validFrom}, {@code validTo} and {@code until} are null too
 * @param sourceCount independent publishers; copies of one story count once
 */
public record AnnouncementView(
    String announcement,
    String company,
    SubjectView subject,
    TargetView target,
    Kind kind,
    Status status,
    Stance stance,
    Attribution attribution,
    Standing standing,
    LocalDate validFrom,
    LocalDate validTo,
    Until until,
    int sourceCount,
    List<ContestView> contested,
    List<ClaimView> claims,
    Instant knownAt,
    @JsonProperty("final") boolean isFinal,
    long seq) {

  static AnnouncementView of(FoundAnnouncement found, KnownTime known) {
    ClaimAnnounced anchor = found.anchor();
    Segment segment = found.segment();
    boolean placed = segment != null;
    boolean ofStance = found.subject().target() != null;
    String place = found.jurisdiction();
    return new AnnouncementView(
        found.announcement(),
        found.subject().company(),
        ofStance ? null : SubjectView.of(found.subject(), place),
        ofStance
            ? TargetView.of(
                placed ? segment.target() : anchor.claim().target(),
                place,
                found.subject().technology())
            : null,
        placed ? segment.kind() : anchor.claim().kind(),
        placed ? segment.status() : null,
        placed ? segment.stance() : anchor.claim().stance(),
        ofStance ? (placed ? segment.attribution() : anchor.claim().attribution()) : null,
        placed ? segment.standing() : null,
        placed ? segment.validFrom() : null,
        placed ? segment.validTo() : null,
        placed ? segment.until() : null,
        placed ? segment.sourceCount() : found.publishers(),
        placed ? ContestView.of(segment, found.claims()) : List.of(),
        found.claims().stream().map(ClaimView::of).toList(),
        known.knownAt(),
        known.isFinal(),
        known.seq());
  }
}
