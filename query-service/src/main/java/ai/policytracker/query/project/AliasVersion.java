package ai.policytracker.query.project;

import java.time.Instant;

/**
 * A company while it was known to count for another one.
 *
 * @param knownTo exclusive; null while it is known
 */
record AliasVersion(String company, String mergedInto, Instant knownFrom, Instant knownTo) {

  AliasVersion closedAt(Instant recordedAt) {
    return new AliasVersion(company, mergedInto, knownFrom, recordedAt);
  }
}
