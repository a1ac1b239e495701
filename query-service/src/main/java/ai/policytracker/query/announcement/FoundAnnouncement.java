package ai.policytracker.query.announcement;

import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Subject;
import java.util.List;
import java.util.Objects;

/**
 * An announcement as it was known.
 *
 * @param segment null where it is on no timeline
 * @param claims not empty
 */
record FoundAnnouncement(
    String announcement, Subject subject, Segment segment, List<ClaimAnnounced> claims) {

  ClaimAnnounced anchor() {
    return claims.stream()
        .filter(c -> c.claimId().equals(announcement))
        .findFirst()
        .orElse(claims.getFirst());
  }

  String jurisdiction() {
    return segment != null
        ? segment.jurisdiction()
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
