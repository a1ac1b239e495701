package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A stated date has come. It only reports: what holds on a day follows from the claims alone.
 *
 * @param claimId of a member of the announcement that begins or ends
 */
public record DateReached(
    String eventId,
    String claimId,
    String company,
    Boundary boundary,
    LocalDate date,
    Instant receivedAt)
    implements PolicyEvent {

  /** Which side of a position. */
  public enum Boundary {
    START("StartReached"),
    END("EndReached");

    private final String eventType;

    Boundary(String eventType) {
      this.eventType = eventType;
    }

    /** The stable name on the wire. */
    public String eventType() {
      return eventType;
    }
  }

  public DateReached {
    require(eventId != null && !eventId.isBlank(), "eventId", "must be given");
    require(claimId != null && !claimId.isBlank(), "claimId", "must be given");
    require(Claim.isCompanyId(company), "company", "must be a slug such as clearview-ai");
    require(boundary != null, "boundary", "must be START or END");
    require(date != null, "date", "must be given");
    require(receivedAt != null, "receivedAt", "must be given");
  }

  @Override
  public String type() {
    return boundary.eventType();
  }

  @Override
  public String about() {
    return claimId;
  }
}
