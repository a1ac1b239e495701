package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import java.time.Instant;

/**
 * A claim as read from an article; its wire type follows from the claim's kind ({@code
 * PauseAnnounced}, {@code BanAnnounced}, ...).
 *
 * @param extractor name and version of what read the claim
 * @param rereading the article, or an earlier version of it, had been read before: what it tells
 *     now corrects that, and is no news
 */
public record ClaimAnnounced(
    String eventId,
    String claimId,
    int revision,
    Instant receivedAt,
    String extractor,
    boolean rereading,
    SourceArticle article,
    Claim claim)
    implements ClaimEvent {
  public ClaimAnnounced {
    require(eventId != null && !eventId.isBlank(), "eventId", "must be given");
    require(claimId != null && !claimId.isBlank(), "claimId", "must be given");
    require(revision >= 1, "revision", "must be 1 or more");
    require(receivedAt != null, "receivedAt", "must be given");
    require(extractor != null && !extractor.isBlank(), "extractor", "must be given");
    require(article != null, "article", "must be given");
    require(claim != null, "claim", "must be given");
  }

  @Override
  public String type() {
    return claim.kind().eventType();
  }

  @Override
  public String company() {
    return claim.company();
  }
}
