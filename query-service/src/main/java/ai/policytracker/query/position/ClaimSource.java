package ai.policytracker.query.position;

import ai.policytracker.event.ClaimAnnounced;
import java.util.Collection;
import java.util.List;

/**
 * What positions show of a claim of theirs.
 *
 * @param evidence in the order of the claim
 */
public record ClaimSource(String claimId, SourceView source, List<EvidenceView> evidence) {

  public static ClaimSource of(ClaimAnnounced claim) {
    return new ClaimSource(claim.claimId(), SourceView.of(claim.article()), EvidenceView.of(claim));
  }

  public static List<ClaimSource> of(Collection<ClaimAnnounced> claims) {
    return claims.stream().map(ClaimSource::of).toList();
  }
}
