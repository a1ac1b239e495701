package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import java.time.Instant;

/**
 * Fields of a claim were wrong. Without any changed field it says that the claim stands as it was
 * read, which takes back an earlier correction or retraction.
 *
 * @param company the company that the claim's article names, not the corrected one
 * @param revision counts what this authority said of the claim, retractions included, from 1
 * @param authority {@code ARTICLE} or {@code ANALYST}
 * @param decision who and why; only where the authority is {@code ANALYST}
 */
public record ClaimCorrected(
    String eventId,
    String claimId,
    String company,
    int revision,
    Instant receivedAt,
    Authority authority,
    Correction changes,
    Decision decision)
    implements ClaimEvent {

  public static final String TYPE = "ClaimCorrected";

  public ClaimCorrected {
    require(eventId != null && !eventId.isBlank(), "eventId", "must be given");
    require(claimId != null && !claimId.isBlank(), "claimId", "must be given");
    require(Claim.isCompanyId(company), "company", "must be a slug such as clearview-ai");
    require(revision >= 1, "revision", "must be 1 or more");
    require(receivedAt != null, "receivedAt", "must be given");
    require(
        authority == Authority.ARTICLE || authority == Authority.ANALYST,
        "authority",
        "must be ARTICLE or ANALYST");
    require(changes != null, "changes", "must be given");
    require(
        (authority == Authority.ANALYST) == (decision != null),
        "decision",
        "goes with ANALYST and only with it");
  }

  @Override
  public String type() {
    return TYPE;
  }
}
