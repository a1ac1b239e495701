package ai.policytracker.query.announcement;

import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Status;
import ai.policytracker.policy.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * An announcement as it was known.
 *
 * @param segments empty where it is on no timeline; the ones while it holds come first
 * @param claims not empty
 */
record FoundAnnouncement(
    String announcement, Subject subject, List<Segment> segments, List<ClaimAnnounced> claims) {

  /** Null where it is on no timeline. */
  Segment segment() {
    return segments.isEmpty() ? null : segments.getFirst();
  }

  boolean isInForce(LocalDate date) {
    return segments.stream()
        .filter(s -> s.status() != Status.LAPSED)
        .anyMatch(
            s ->
                !date.isBefore(s.validFrom())
                    && (s.validTo() == null || date.isBefore(s.validTo())));
  }

  ClaimAnnounced anchor() {
    return claims.stream()
        .filter(c -> c.claimId().equals(announcement))
        .findFirst()
        .orElse(claims.getFirst());
  }

  String jurisdiction() {
    return segment() != null
        ? segment().jurisdiction()
        : claims.stream()
            .map(c -> placeOf(c.claim()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private static String placeOf(Claim claim) {
    boolean ofTarget = claim.target() != null && claim.target().jurisdiction() != null;
    return ofTarget ? claim.target().jurisdiction() : claim.jurisdiction();
  }

  int publishers() {
    return (int)
        claims.stream()
            .map(c -> c.article().publisher())
            .filter(Objects::nonNull)
            .distinct()
            .count();
  }
}
