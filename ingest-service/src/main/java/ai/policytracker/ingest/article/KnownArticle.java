package ai.policytracker.ingest.article;

import ai.policytracker.event.ClaimRetracted.Reason;
import ai.policytracker.event.SourceArticle;
import ai.policytracker.ingest.extract.ArticleText;
import ai.policytracker.ingest.extract.CopyKeys;
import ai.policytracker.ingest.extract.Reading;
import java.time.LocalDate;
import java.util.List;

/**
 * An article with all that is stored about it.
 *
 * @param metadata at least one revision, in ascending order
 * @param closings empty while its claims stand
 */
record KnownArticle(
    ArticleRow article,
    List<MetadataRow> metadata,
    List<ClosingRow> closings,
    List<ClaimRow> claims) {

  String id() {
    return article.id;
  }

  boolean isClosed() {
    return !closings.isEmpty();
  }

  boolean isClosedBy(Reason cause) {
    return closings.stream().anyMatch(closing -> closing.cause == cause);
  }

  Metadata current() {
    return metadata.getLast().metadata();
  }

  /** The page that it stands on by now; null where no url is known. */
  String address() {
    return ArticleIds.address(article.publisher, current().url());
  }

  /** False where it is not known. */
  boolean isPublishedBefore(KnownArticle other) {
    LocalDate day = current().publishedOn();
    LocalDate otherDay = other.current().publishedOn();
    return day != null && otherDay != null && day.isBefore(otherDay);
  }

  Metadata after(Submission post) {
    return Metadata.afterPost(
        metadata.stream().map(MetadataRow::metadata).toList(), post.metadata());
  }

  boolean learnsFrom(Submission post) {
    return !after(post).equals(current());
  }

  List<PublishedClaim> published() {
    return claims.stream().map(ClaimRow::published).toList();
  }

  /** What the extractor is to read, under the given metadata. */
  ArticleText toRead(Metadata metadata) {
    return new ArticleText(article.publisher, metadata.publishedOn(), article.title, article.text);
  }

  SourceArticle source(Reading reading) {
    Metadata now = current();
    return new SourceArticle(
        article.id,
        now.url(),
        article.publisher,
        reading.publisherCompany(),
        reading.creditedPublisher(),
        now.publishedAt(),
        article.title,
        now.language(),
        article.textHash,
        CopyKeys.of(article.title, article.text));
  }
}
