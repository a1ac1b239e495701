package ai.policytracker.query.announcement;

import ai.policytracker.event.Attribution;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Until;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.query.position.AnnouncementSources;
import ai.policytracker.query.position.ContestView;
import ai.policytracker.query.position.SourceView;
import ai.policytracker.query.position.SubjectView;
import ai.policytracker.query.position.TargetView;
import ai.policytracker.query.request.KnownTime;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act in the world with everything that was known of it.
 *
 * @param subject null for stances, which have {@code target}, {@code stance} and {@code
 *     attribution} instead
 * @param status null for stances, and where it moves nothing; then {@code standing}, {@code
 *     validFrom}, {@code validTo} and {@code until} are null too
 * @param sourceCount independent publishers; copies of one story count once
 * @param sources all articles that report it
 * @param timeline what it is on the timeline, also after its stated end
 * @param inForce it holds on the date {@code asOf}
 */
public record AnnouncementView(
    String announcement,
    String company,
    @Nullable SubjectView subject,
    @Nullable TargetView target,
    Kind kind,
    @Nullable Status status,
    @Nullable Stance stance,
    @Nullable Attribution attribution,
    @Nullable Standing standing,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable Until until,
    int sourceCount,
    List<ContestView> contested,
    List<SourceView> sources,
    List<StretchView> timeline,
    List<ClaimView> claims,
    LocalDate asOf,
    boolean inForce,
    Instant knownAt,
    @JsonProperty("final") boolean isFinal,
    long seq) {

  /**
   * @param status null for stances
   * @param validTo first day on which it no longer holds; null while it does
   */
  public record StretchView(
      @Nullable Status status,
      LocalDate validFrom,
      Precision validFromPrecision,
      @Nullable LocalDate validTo) {

    static StretchView of(Segment segment) {
      return new StretchView(
          segment.status(), segment.validFrom(), segment.validFromPrecision(), segment.validTo());
    }
  }

  static AnnouncementView of(FoundAnnouncement found, LocalDate asOf, KnownTime known) {
    ClaimAnnounced anchor = found.anchor();
    Segment segment = found.segment();
    boolean placed = segment != null;
    boolean ofStance = found.subject().target() != null;
    String place = found.jurisdiction();
    AnnouncementSources told = AnnouncementSources.of(found.claims());
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
        placed ? ContestView.of(segment, told) : List.of(),
        told.sources(),
        found.segments().stream().map(StretchView::of).toList(),
        found.claims().stream().map(ClaimView::of).toList(),
        asOf,
        found.isInForce(asOf),
        known.knownAt(),
        known.isFinal(),
        known.seq());
  }
}
