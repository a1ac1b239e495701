package ai.policytracker.event;

/**
 * A fact about one claim. Each kind of author counts revisions of its own, from 1 without gaps: of
 * one author the higher revision holds, whatever the order in which they arrive.
 */
public sealed interface ClaimEvent extends PolicyEvent
    permits ClaimAnnounced, ClaimRetracted, ClaimCorrected, AnnouncementReviewed {

  String claimId();

  int revision();

  @Override
  default String about() {
    return claimId();
  }
}
