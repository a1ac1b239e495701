package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import java.time.Instant;

/**
 * A claim is withdrawn, was judged wrong, or is no longer found.
 *
 * @param company the company that the claim's article names
 * @param revision counts what this reason's authority said of the claim, from 1 without gaps
 * @param decision who and why; only where the reason is {@link Reason#JUDGED_WRONG}
 */
public record ClaimRetracted(
    String eventId,
    String claimId,
    String company,
    int revision,
    Instant receivedAt,
    Reason reason,
    Decision decision)
    implements ClaimEvent {

  public static final String TYPE = "ClaimRetracted";

  public enum Reason {
    /** The publisher withdrew the article. */
    ARTICLE_WITHDRAWN(Authority.READING),
    /** The article has a new text at the same address. */
    ARTICLE_SUPERSEDED(Authority.READING),
    /** A later reading of the same text or with new metadata does not find it. */
    NO_LONGER_FOUND(Authority.READING),
    /** A later article of the same publisher takes it back. */
    TAKEN_BACK(Authority.ARTICLE),
    /** An analyst's decision. */
    JUDGED_WRONG(Authority.ANALYST);

    private final Authority authority;

    Reason(Authority authority) {
      this.authority = authority;
    }

    public Authority authority() {
      return authority;
    }
  }

  public ClaimRetracted {
    require(eventId != null && !eventId.isBlank(), "eventId", "must be given");
    require(claimId != null && !claimId.isBlank(), "claimId", "must be given");
    require(Claim.isCompanyId(company), "company", "must be a slug such as clearview-ai");
    require(revision >= 1, "revision", "must be 1 or more");
    require(receivedAt != null, "receivedAt", "must be given");
    require(reason != null, "reason", "must be given");
    require(
        (reason == Reason.JUDGED_WRONG) == (decision != null),
        "decision",
        "goes with JUDGED_WRONG and only with it");
  }

  @Override
  public String type() {
    return TYPE;
  }
}
