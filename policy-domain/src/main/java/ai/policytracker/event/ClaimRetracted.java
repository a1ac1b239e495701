package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import java.time.Instant;

/** A claim is withdrawn, was judged wrong, or is no longer found. */
public record ClaimRetracted(
    String eventId,
    String claimId,
    int revision,
    Instant receivedAt,
    Subject subject,
    Reason reason)
    implements PolicyEvent {

  public static final String TYPE = "ClaimRetracted";

  public enum Reason {
    /** The publisher withdrew the article. */
    ARTICLE_WITHDRAWN,
    /** The article has a new text at the same address. */
    ARTICLE_SUPERSEDED,
    /** A later reading of the same text or with new metadata does not find it. */
    NO_LONGER_FOUND
  }

  public ClaimRetracted {
    require(eventId != null && !eventId.isBlank(), "eventId", "must be given");
    require(claimId != null && !claimId.isBlank(), "claimId", "must be given");
    require(revision >= 1, "revision", "must be 1 or more");
    require(receivedAt != null, "receivedAt", "must be given");
    require(subject != null, "subject", "must be given");
    require(reason != null, "reason", "must be given");
  }

  @Override
  public String type() {
    return TYPE;
  }
}
