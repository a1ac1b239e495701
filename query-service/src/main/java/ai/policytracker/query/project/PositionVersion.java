package ai.policytracker.query.project;

import ai.policytracker.policy.Segment;
import java.time.Instant;

/**
 * A segment while it was known.
 *
 * @param knownTo exclusive; null while it is known
 */
record PositionVersion(PositionKey key, Segment segment, Instant knownFrom, Instant knownTo) {

  PositionVersion closedAt(Instant recordedAt) {
    return new PositionVersion(key, segment, knownFrom, recordedAt);
  }
}
