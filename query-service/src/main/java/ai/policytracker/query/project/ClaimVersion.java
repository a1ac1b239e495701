package ai.policytracker.query.project;

import ai.policytracker.event.ClaimAnnounced;
import java.time.Instant;

/**
 * A claim while it was known to say this and to belong there.
 *
 * @param announcement null where it belongs to none
 * @param knownTo exclusive; null while it is known
 */
record ClaimVersion(ClaimAnnounced claim, String announcement, Instant knownFrom, Instant knownTo) {

  ClaimKey key() {
    return new ClaimKey(claim.subject().company(), claim.claimId());
  }

  ClaimVersion closedAt(Instant recordedAt) {
    return new ClaimVersion(claim, announcement, knownFrom, recordedAt);
  }
}
