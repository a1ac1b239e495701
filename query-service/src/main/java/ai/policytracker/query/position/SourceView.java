package ai.policytracker.query.position;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.SourceArticle;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * An article that reports an announcement.
 *
 * @param publishedAt as it was written; null where unknown
 */
public record SourceView(String publisher, String articleId, String url, String publishedAt) {
  private static final Comparator<SourceView> EARLIEST_FIRST =
      Comparator.comparing(
              SourceView::publishedAt, Comparator.nullsLast(Comparator.<String>naturalOrder()))
          .thenComparing(SourceView::articleId);

  /** Each article once. */
  public static List<SourceView> of(Collection<ClaimAnnounced> claims) {
    return claims.stream()
        .map(ClaimAnnounced::article)
        .map(SourceView::of)
        .distinct()
        .sorted(EARLIEST_FIRST)
        .toList();
  }

  private static SourceView of(SourceArticle article) {
    return new SourceView(
        article.publisher(), article.articleId(), article.url(), article.publishedAt());
  }
}
