package ai.policytracker.ingest.article;

import ai.policytracker.event.Authority;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.ClaimRetracted.Reason;
import ai.policytracker.event.Correction;
import ai.policytracker.wire.EventCodec;
import java.time.Instant;

/**
 * What a later article of the publisher says of a claim.
 *
 * @param byArticle the later article; null where none says anything (any more)
 * @param changes null where the claim is taken back
 */
record Ruling(String byArticle, Correction changes) {
  private static final String NO_EVENT_ID_YET = "-";

  /** The claim stands as it was read. */
  static final Ruling NONE = new Ruling(null, Correction.none());

  static Ruling takenBack(String byArticle) {
    return new Ruling(byArticle, null);
  }

  boolean takesBack() {
    return changes == null;
  }

  boolean saysTheSame(Ruling other) {
    return takesBack() ? other.takesBack() : changes.equals(other.changes);
  }

  /**
   * @param revision counts what later articles said of the claim, from 1
   */
  ClaimEvent event(PublishedClaim claim, int revision, Instant receivedAt) {
    String company = claim.announced().company();
    ClaimEvent event =
        takesBack()
            ? new ClaimRetracted(
                NO_EVENT_ID_YET,
                claim.claimId(),
                company,
                revision,
                receivedAt,
                Reason.TAKEN_BACK,
                null)
            : new ClaimCorrected(
                NO_EVENT_ID_YET,
                claim.claimId(),
                company,
                revision,
                receivedAt,
                Authority.ARTICLE,
                changes,
                null);
    return (ClaimEvent) EventCodec.withEventId(event);
  }
}
