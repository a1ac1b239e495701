package ai.policytracker.query.position;

import ai.policytracker.event.ClaimAnnounced;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A quote.
 *
 * @param textHash names the article's text that start and end point into, in UTF-16 units
 */
public record EvidenceView(String articleId, String textHash, int start, int end, String quote) {
  /** Enough to judge a position by; the announcement's own page has all. */
  private static final int MOST_PER_POSITION = 20;

  private static final Comparator<EvidenceView> IN_ORDER =
      Comparator.comparing(EvidenceView::articleId)
          .thenComparing(EvidenceView::start)
          .thenComparing(EvidenceView::end);

  public static List<EvidenceView> of(ClaimAnnounced claim) {
    return claim.claim().evidence().stream()
        .map(
            e ->
                new EvidenceView(
                    claim.article().articleId(),
                    claim.article().textHash(),
                    e.start(),
                    e.end(),
                    e.quote()))
        .toList();
  }

  /** Each quote once. */
  static List<EvidenceView> eachOnce(Collection<ClaimSource> claims) {
    return claims.stream()
        .flatMap(claim -> claim.evidence().stream())
        .distinct()
        .sorted(IN_ORDER)
        .limit(MOST_PER_POSITION)
        .toList();
  }
}
