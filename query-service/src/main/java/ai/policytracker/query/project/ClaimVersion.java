package ai.policytracker.query.project;

import java.time.Instant;

/**
 * A claim while it was known to say this and to belong there.
 *
 * @param contentId names what it says, see {@link Content}
 * @param announcement null where it belongs to none
 * @param knownTo exclusive; null while it is known
 */
record ClaimVersion(
    ClaimKey key, String contentId, String announcement, Instant knownFrom, Instant knownTo) {

  ClaimVersion closedAt(Instant recordedAt) {
    return new ClaimVersion(key, contentId, announcement, knownFrom, recordedAt);
  }
}
