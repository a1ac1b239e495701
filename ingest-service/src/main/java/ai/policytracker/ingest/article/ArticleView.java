package ai.policytracker.ingest.article;

import ai.policytracker.event.ClaimRetracted;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stored article; null where something is not known.
 *
 * @param text immutable: evidence offsets, in UTF-16 characters, point into it
 * @param textHash SHA-256 of the text in UTF-8, hexadecimal
 * @param metadataRevision counts what was learned of url, date and language, from 1
 * @param closings why its claims no longer stand; empty while they do
 */
record ArticleView(
    String articleId,
    @Nullable String url,
    @Nullable String publisher,
    @Nullable String publishedAt,
    @Nullable String title,
    @Nullable String language,
    String text,
    String textHash,
    Instant receivedAt,
    int metadataRevision,
    List<Closing> closings) {

  /** {@code statement} is the reason given for a withdrawal. */
  record Closing(
      ClaimRetracted.Reason cause,
      @Nullable String statement,
      @Nullable String supersededBy,
      Instant closedAt) {}

  static ArticleView of(KnownArticle known) {
    ArticleRow article = known.article();
    Metadata metadata = known.current();
    return new ArticleView(
        article.id,
        metadata.url(),
        article.publisher,
        metadata.publishedAt(),
        article.title,
        metadata.language(),
        article.text,
        article.textHash,
        article.receivedAt,
        known.metadata().size(),
        known.closings().stream()
            .map(c -> new Closing(c.cause, c.statement, c.supersededBy, c.closedAt))
            .toList());
  }
}
