package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import java.time.Instant;

/** {@code company} is a company of its own again. */
public record CompaniesUnmerged(
    String eventId, String company, int revision, Instant receivedAt, Decision decision)
    implements IdentityEvent {

  public static final String TYPE = "CompaniesUnmerged";

  public CompaniesUnmerged {
    require(eventId != null && !eventId.isBlank(), "eventId", "must be given");
    require(Claim.isCompanyId(company), "company", "must be a slug such as clearview-ai");
    require(revision >= 1, "revision", "must be 1 or more");
    require(receivedAt != null, "receivedAt", "must be given");
    require(decision != null, "decision", "must be given");
  }

  @Override
  public String type() {
    return TYPE;
  }
}
