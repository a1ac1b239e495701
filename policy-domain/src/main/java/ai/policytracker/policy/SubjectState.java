package ai.policytracker.policy;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Subject;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the fold knows of one subject: per claim the highest revision. Everything else follows
 * from this set, so the order of arrival cannot matter.
 *
 * @param claims by claim id
 * @param retracted revision by claim id, of claims that do not hold (perhaps not yet arrived)
 */
public record SubjectState(
    Subject subject, SortedMap<String, ClaimEntry> claims, SortedMap<String, Integer> retracted) {

  public SubjectState {
    claims = Collections.unmodifiableSortedMap(claims);
    retracted = Collections.unmodifiableSortedMap(retracted);
  }

  static SubjectState initial(Subject subject) {
    return new SubjectState(subject, new TreeMap<>(), new TreeMap<>());
  }

  /** The same object where the event is overtaken by a later revision. */
  SubjectState evolve(PolicyEvent event) {
    if (event.revision() <= revisionOf(event.claimId())) {
      return this;
    }
    var nextClaims = new TreeMap<>(claims);
    var nextRetracted = new TreeMap<>(retracted);
    switch (event) {
      case ClaimAnnounced announced -> {
        nextClaims.put(event.claimId(), ClaimEntry.of(announced));
        nextRetracted.remove(event.claimId());
      }
      case ClaimRetracted gone -> {
        nextClaims.remove(event.claimId());
        nextRetracted.put(event.claimId(), gone.revision());
      }
    }
    return new SubjectState(subject, nextClaims, nextRetracted);
  }

  private int revisionOf(String claimId) {
    ClaimEntry entry = claims.get(claimId);
    return entry != null ? entry.revision() : retracted.getOrDefault(claimId, 0);
  }
}
