package ai.policytracker.query.announcement;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Until;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.query.position.SubjectView;
import ai.policytracker.query.request.KnownTime;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * An act in the world with everything that was known of it.
 *
 * @param status null where it moves no position, as are {@code standing}, {@code validFrom}, {@code
 *     validTo} and {@code until}
 * @param sourceCount independent publishers; copies of one story count once
 */
public record AnnouncementView(
    String announcement,
    String company,
    SubjectView subject,
    Kind kind,
    Status status,
    Standing standing,
    LocalDate validFrom,
    LocalDate validTo,
    Until until,
    int sourceCount,
    List<ClaimView> claims,
    Instant knownAt,
    @JsonProperty("final") boolean isFinal,
    long seq) {

  /**
   * @param segment null where it is on no timeline
   * @param claims not empty
   */
  static AnnouncementView of(
      String announcement, Segment segment, List<ClaimAnnounced> claims, KnownTime known) {
    ClaimAnnounced anchor =
        claims.stream()
            .filter(c -> c.claimId().equals(announcement))
            .findFirst()
            .orElse(claims.getFirst());
    boolean placed = segment != null;
    return new AnnouncementView(
        announcement,
        anchor.subject().company(),
        SubjectView.of(anchor.subject(), placed ? segment.jurisdiction() : jurisdiction(claims)),
        placed ? segment.kind() : anchor.claim().kind(),
        placed ? segment.status() : null,
        placed ? segment.standing() : null,
        placed ? segment.validFrom() : null,
        placed ? segment.validTo() : null,
        placed ? segment.until() : null,
        placed ? segment.sourceCount() : publishers(claims),
        claims.stream().map(ClaimView::of).toList(),
        known.knownAt(),
        known.isFinal(),
        known.seq());
  }

  private static String jurisdiction(List<ClaimAnnounced> claims) {
    return claims.stream()
        .map(c -> c.claim().jurisdiction())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static int publishers(List<ClaimAnnounced> claims) {
    return (int)
        claims.stream()
            .map(c -> c.article().publisher())
            .filter(Objects::nonNull)
            .distinct()
            .count();
  }
}
