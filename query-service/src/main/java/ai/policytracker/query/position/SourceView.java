package ai.policytracker.query.position;

import ai.policytracker.event.SourceArticle;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article that reports an announcement.
 *
 * @param publishedAt as it was written; null where unknown
 */
public record SourceView(
    @Nullable String publisher,
    String articleId,
    @Nullable String url,
    @Nullable String publishedAt) {
  private static final Comparator<SourceView> EARLIEST_FIRST =
      Comparator.comparing(
              SourceView::publishedAt, Comparator.nullsLast(Comparator.<String>naturalOrder()))
          .thenComparing(SourceView::articleId);

  /** Each article once, also where one of its claims was read before its date was known. */
  static List<SourceView> eachOnce(Collection<ClaimSource> claims) {
    Map<String, SourceView> byArticle = new LinkedHashMap<>();
    claims.stream()
        .map(ClaimSource::source)
        .sorted(EARLIEST_FIRST)
        .forEach(source -> byArticle.putIfAbsent(source.articleId(), source));
    return List.copyOf(byArticle.values());
  }

  static SourceView of(SourceArticle article) {
    return new SourceView(
        article.publisher(), article.articleId(), article.url(), article.publishedAt());
  }
}
