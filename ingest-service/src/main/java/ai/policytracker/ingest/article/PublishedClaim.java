package ai.policytracker.ingest.article;

import ai.policytracker.event.ClaimAnnounced;
import java.util.Comparator;

/**
 * A claim as the events told it so far.
 *
 * @param revision of the last event about it, which is a retraction where it is retracted
 * @param announced the last announcing event
 * @param ruling what a later article says of it
 */
record PublishedClaim(int revision, boolean retracted, ClaimAnnounced announced, Ruling ruling) {
  /** As a reader meets them in the text. */
  static final Comparator<PublishedClaim> IN_THE_TEXT =
      Comparator.<PublishedClaim>comparingInt(c -> c.announced().claim().evidence().get(0).start())
          .thenComparing(PublishedClaim::claimId);

  boolean stands() {
    return !retracted && !ruling.takesBack();
  }

  String claimId() {
    return announced.claimId();
  }
}
