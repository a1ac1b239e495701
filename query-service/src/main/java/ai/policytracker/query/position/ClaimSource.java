package ai.policytracker.query.position;

import ai.policytracker.event.ClaimAnnounced;
import java.util.List;

/**
 * What positions show of a claim of theirs.
 *
 * @param evidence in the order of the claim
 */
record ClaimSource(String claimId, SourceView source, List<EvidenceView> evidence) {

  static ClaimSource of(ClaimAnnounced claim) {
    return new ClaimSource(claim.claimId(), SourceView.of(claim.article()), EvidenceView.of(claim));
  }
}
