package ai.policytracker.policy;

import ai.policytracker.event.AnnouncementReviewed;
import ai.policytracker.event.Authority;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.Correction;
import ai.policytracker.event.Ids;
import ai.policytracker.event.InvalidClaimException;
import ai.policytracker.event.Verdict;
import java.util.Optional;
import java.util.Set;

/**
 * The last word of each author on one claim. What holds follows from these alone, so the order of
 * arrival cannot matter; what is decided of a claim that has not come yet waits here.
 *
 * @param reading the newest one; null where none has come
 * @param lostRevision of the newest retraction with the authority of a reading; 0 where none came
 * @param byArticle a later article's word; null where there is none
 * @param byAnalyst null where there is none
 * @param review null where there is none
 */
public record ClaimState(
    String claimId,
    ClaimAnnounced reading,
    int lostRevision,
    Ruling byArticle,
    Ruling byAnalyst,
    Review review) {

  /**
   * A word on whether and how a claim holds.
   *
   * @param changes null where the claim is retracted
   */
  public record Ruling(String eventId, int revision, Correction changes) {}

  public record Review(int revision, Verdict verdict) {}

  /**
   * The claim as it holds.
   *
   * @param judged an analyst found it right
   */
  public record Held(ClaimAnnounced content, String contentId, boolean judged, Verdict verdict) {}

  public static ClaimState initial(String claimId) {
    return new ClaimState(claimId, null, 0, null, null, null);
  }

  /** The same object where the event is overtaken. */
  public ClaimState evolve(ClaimEvent event) {
    return switch (event) {
      case ClaimAnnounced e ->
          reading != null && reading.revision() >= e.revision()
              ? this
              : new ClaimState(claimId, e, lostRevision, byArticle, byAnalyst, review);
      case ClaimRetracted e ->
          e.reason().authority() == Authority.READING
              ? lost(e.revision())
              : ruled(e.reason().authority(), new Ruling(e.eventId(), e.revision(), null));
      case ClaimCorrected e ->
          ruled(e.authority(), new Ruling(e.eventId(), e.revision(), e.changes()));
      case AnnouncementReviewed e ->
          review != null && review.revision() >= e.revision()
              ? this
              : new ClaimState(
                  claimId,
                  reading,
                  lostRevision,
                  byArticle,
                  byAnalyst,
                  new Review(e.revision(), e.verdict()));
    };
  }

  private ClaimState lost(int revision) {
    return revision <= lostRevision
        ? this
        : new ClaimState(claimId, reading, revision, byArticle, byAnalyst, review);
  }

  private ClaimState ruled(Authority authority, Ruling ruling) {
    Ruling earlier = authority == Authority.ANALYST ? byAnalyst : byArticle;
    if (earlier != null && earlier.revision() >= ruling.revision()) {
      return this;
    }
    return authority == Authority.ANALYST
        ? new ClaimState(claimId, reading, lostRevision, byArticle, ruling, review)
        : new ClaimState(claimId, reading, lostRevision, ruling, byAnalyst, review);
  }

  /** Whether somebody's word may have changed what was read. */
  boolean isRuled() {
    return byArticle != null || byAnalyst != null;
  }

  boolean isReadOf(Set<String> companies) {
    return reading != null && companies.contains(reading.company());
  }

  /** Empty where the claim does not hold: not come yet, lost or retracted. */
  public Optional<Held> held() {
    Ruling ruling = byAnalyst != null ? byAnalyst : byArticle;
    boolean lost = reading == null || reading.revision() < lostRevision;
    if (reading == null || (ruling == null ? lost : ruling.changes() == null)) {
      return Optional.empty();
    }
    if (lost && byAnalyst == null) {
      return Optional.empty();
    }
    Verdict verdict =
        review == null || review.verdict() == Verdict.REOPENED ? null : review.verdict();
    boolean judged = byAnalyst != null || verdict == Verdict.CONFIRMED;
    return Optional.of(
        ruling == null
            ? new Held(reading, reading.eventId(), judged, verdict)
            : new Held(corrected(ruling), contentId(ruling), judged, verdict));
  }

  private String contentId(Ruling ruling) {
    return Ids.of("content", reading.eventId(), ruling.eventId());
  }

  /** A correction that does not fit what was read since leaves the reading as it is. */
  private ClaimAnnounced corrected(Ruling ruling) {
    try {
      return new ClaimAnnounced(
          reading.eventId(),
          claimId,
          reading.revision(),
          reading.receivedAt(),
          reading.extractor(),
          reading.rereading(),
          reading.article(),
          ruling.changes().applyTo(reading.claim()));
    } catch (InvalidClaimException e) {
      return reading;
    }
  }
}
