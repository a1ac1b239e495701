package ai.policytracker.ingest.article;

import java.util.List;

/** Answer to a post: the claims that stand, in the order of the text. */
record ArticleClaims(String articleId, List<ClaimView> claims) {
  static ArticleClaims of(KnownArticle article) {
    return new ArticleClaims(
        article.id(),
        article.published().stream()
            .filter(PublishedClaim::stands)
            .sorted(PublishedClaim.IN_THE_TEXT)
            .map(ClaimView::of)
            .toList());
  }
}
