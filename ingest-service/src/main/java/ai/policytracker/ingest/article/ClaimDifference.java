package ai.policytracker.ingest.article;

import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.Ids;
import ai.policytracker.event.SourceArticle;
import ai.policytracker.wire.EventCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events that bring readers from what was published about an article's claims to what holds.
 */
final class ClaimDifference {
  private static final String NO_EVENT_ID_YET = "-";

  private ClaimDifference() {}

  /**
   * After an article was read: new claims are announced, changed ones announced again, lost ones
   * retracted. A claim that was read the same by another extractor is not announced again.
   *
   * @param rereading the article, or an earlier version of it, had been read before
   */
  static List<ClaimEvent> afterReading(
      List<PublishedClaim> published,
      List<Claim> found,
      SourceArticle article,
      String extractor,
      boolean rereading,
      Instant receivedAt) {
    Map<String, Claim> foundById = byId(article.articleId(), found);
    Map<String, PublishedClaim> publishedById = new HashMap<>();
    published.forEach(claim -> publishedById.put(claim.claimId(), claim));
    List<ClaimEvent> events = new ArrayList<>();
    foundById.forEach(
        (id, claim) -> {
          PublishedClaim last = publishedById.get(id);
          if (last == null || last.retracted() || !isSame(last.announced(), claim, article)) {
            int revision = last == null ? 1 : last.revision() + 1;
            events.add(
                new ClaimAnnounced(
                    NO_EVENT_ID_YET,
                    id,
                    revision,
                    receivedAt,
                    extractor,
                    rereading,
                    article,
                    claim));
          }
        });
    List<PublishedClaim> lost =
        published.stream().filter(claim -> !foundById.containsKey(claim.claimId())).toList();
    events.addAll(retractions(lost, ClaimRetracted.Reason.NO_LONGER_FOUND, receivedAt));
    return events.stream().map(ClaimDifference::withEventId).toList();
  }

  /** Retracts those that stand. */
  static List<ClaimEvent> retractions(
      List<PublishedClaim> published, ClaimRetracted.Reason reason, Instant receivedAt) {
    return published.stream()
        .filter(claim -> !claim.retracted())
        .<ClaimEvent>map(
            claim ->
                new ClaimRetracted(
                    NO_EVENT_ID_YET,
                    claim.claimId(),
                    claim.announced().company(),
                    claim.revision() + 1,
                    receivedAt,
                    reason,
                    null))
        .map(ClaimDifference::withEventId)
        .toList();
  }

  private static ClaimEvent withEventId(ClaimEvent event) {
    return (ClaimEvent) EventCodec.withEventId(event);
  }

  private static boolean isSame(ClaimAnnounced last, Claim claim, SourceArticle article) {
    return last.claim().equals(claim) && last.article().equals(article);
  }

  private static Map<String, Claim> byId(String articleId, List<Claim> found) {
    Map<String, Integer> nextOrdinal = new HashMap<>();
    Map<String, Claim> byId = new LinkedHashMap<>();
    for (Claim claim : found) {
      int ordinal = nextOrdinal.merge(Ids.claim(articleId, claim, 0), 1, Integer::sum) - 1;
      byId.put(Ids.claim(articleId, claim, ordinal), claim);
    }
    return byId;
  }
}
