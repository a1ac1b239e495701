package ai.policytracker.ingest.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All claims ever published for an article, those retracted too, in the order of the text.
 *
 * @param next always null: an article's claims are one page
 */
record ClaimList(String articleId, List<ClaimView> items, @Nullable String next) {
  static ClaimList of(KnownArticle article) {
    return new ClaimList(
        article.id(),
        article.published().stream().sorted(PublishedClaim.IN_THE_TEXT).map(ClaimView::of).toList(),
        null);
  }
}
