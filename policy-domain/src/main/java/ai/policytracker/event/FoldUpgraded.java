package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import java.time.Instant;

/**
 * From now on a company is folded by other rules, or was folded anew.
 *
 * @param sequence version of the company's first change under the new rules
 */
public record FoldUpgraded(
    String eventId, String company, int foldVersion, int sequence, Instant receivedAt)
    implements PolicyEvent {

  public static final String TYPE = "FoldUpgraded";

  public FoldUpgraded {
    require(eventId != null && !eventId.isBlank(), "eventId", "must be given");
    require(Claim.isCompanyId(company), "company", "must be a slug such as clearview-ai");
    require(foldVersion >= 1, "foldVersion", "must be 1 or more");
    require(sequence >= 1, "sequence", "must be 1 or more");
    require(receivedAt != null, "receivedAt", "must be given");
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String about() {
    return company;
  }
}
