package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import java.time.Instant;

/**
 * An analyst's verdict on an announcement. It addresses a claim, so that it stays with the act
 * however claims are grouped later.
 *
 * @param company the company that the claim's article names
 * @param revision counts the verdicts on this claim, from 1 without gaps
 */
public record AnnouncementReviewed(
    String eventId,
    String claimId,
    String company,
    int revision,
    Verdict verdict,
    Instant receivedAt,
    Decision decision)
    implements ClaimEvent {

  public AnnouncementReviewed {
    require(eventId != null && !eventId.isBlank(), "eventId", "must be given");
    require(claimId != null && !claimId.isBlank(), "claimId", "must be given");
    require(Claim.isCompanyId(company), "company", "must be a slug such as clearview-ai");
    require(revision >= 1, "revision", "must be 1 or more");
    require(verdict != null, "verdict", "must be CONFIRMED, REJECTED or REOPENED");
    require(receivedAt != null, "receivedAt", "must be given");
    require(decision != null, "decision", "must be given");
  }

  @Override
  public String type() {
    return verdict.eventType();
  }
}
