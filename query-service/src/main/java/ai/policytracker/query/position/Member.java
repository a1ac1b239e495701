package ai.policytracker.query.position;

import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;

/**
 * A claim and the announcement that it belonged to.
 *
 * @param subject where it counted: of the company that its own was merged into, as the case may be
 */
record Member(String announcement, SubjectRow subject, ClaimAnnounced claim) {

  /** The place that it states; of a stance the target's goes before the text's. */
  String jurisdiction() {
    Claim said = claim.claim();
    boolean ofTarget = said.target() != null && said.target().jurisdiction() != null;
    return ofTarget ? said.target().jurisdiction() : said.jurisdiction();
  }
}
