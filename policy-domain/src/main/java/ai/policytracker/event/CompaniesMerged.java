package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import java.time.Instant;

/**
 * From now on what is told of {@code company} counts for {@code into}; its claims keep the name.
 */
public record CompaniesMerged(
    String eventId,
    String company,
    String into,
    int revision,
    Instant receivedAt,
    Decision decision)
    implements IdentityEvent {

  public static final String TYPE = "CompaniesMerged";

  public CompaniesMerged {
    require(eventId != null && !eventId.isBlank(), "eventId", "must be given");
    require(Claim.isCompanyId(company), "company", "must be a slug such as clearview-ai");
    require(Claim.isCompanyId(into), "into", "must be a slug such as clearview-ai");
    require(!company.equals(into), "into", "must be another company");
    require(revision >= 1, "revision", "must be 1 or more");
    require(receivedAt != null, "receivedAt", "must be given");
    require(decision != null, "decision", "must be given");
  }

  @Override
  public String type() {
    return TYPE;
  }
}
