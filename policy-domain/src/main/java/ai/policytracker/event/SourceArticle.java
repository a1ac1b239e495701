package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * What travels with a claim of the article that it stands in: enough to count and to name a source
 * without asking ingest-service.
 *
 * @param publisher as received; null where unknown
 * @param publisherCompany canonical company id, where the publisher is a company itself
 * @param creditedPublisher whom the article names as its source ("Source: X"); else null
 * @param publishedAt as written: an ISO date or date-time with offset; null where unknown
 * @param textHash names the immutable text that the evidence offsets point into
 * @param copyKeys near-duplicate keys: two articles that share one are copies of one story
 */
public record SourceArticle(
    String articleId,
    String url,
    String publisher,
    String publisherCompany,
    String creditedPublisher,
    String publishedAt,
    String title,
    String language,
    String textHash,
    List<String> copyKeys) {
  private static final int ISO_DATE_CHARS = 10;

  public SourceArticle {
    require(articleId != null && !articleId.isBlank(), "article.articleId", "must be given");
    require(textHash != null && !textHash.isBlank(), "article.textHash", "must be given");
    require(url == null || hostOf(url) != null, "article.url", "must be absolute, with a host");
    copyKeys = copyKeys == null ? List.of() : List.copyOf(copyKeys);
    if (publishedAt != null) {
      require(isDate(publishedAt), "article.publishedAt", "must begin with an ISO date");
    }
  }

  /** The host of the address; null where there is no address. */
  public String host() {
    return url == null ? null : hostOf(url);
  }

  private static String hostOf(String url) {
    try {
      return new URI(url).getHost();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text.substring(0, Math.min(ISO_DATE_CHARS, text.length())));
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /**
   * The day of publication as it was written, never shifted to another zone; null where unknown.
   */
  public LocalDate publishedOn() {
    return publishedAt == null ? null : LocalDate.parse(publishedAt.substring(0, ISO_DATE_CHARS));
  }
}
