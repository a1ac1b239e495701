package ai.policytracker.ingest.article;

import ai.policytracker.event.Claim;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A claim as answered: its own fields beside these.
 *
 * @param revision counts what was published about it, from 1
 * @param retracted true where it no longer stands; only in the list of all an article's claims
 */
record ClaimView(
    String claimId, int revision, boolean retracted, String extractor, @JsonUnwrapped Claim claim) {

  static ClaimView of(PublishedClaim claim) {
    return new ClaimView(
        claim.claimId(),
        claim.revision(),
        claim.retracted(),
        claim.announced().extractor(),
        claim.announced().claim());
  }
}
