package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
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
      require(dayOf(publishedAt) != null, "article.publishedAt", "must begin with an ISO date");
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

  /** Null where it does not begin with an ISO date. A formatter takes ten times as long. */
  private static LocalDate dayOf(String text) {
    if (text.length() < ISO_DATE_CHARS || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    try {
      return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, ISO_DATE_CHARS));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** What no date has where it is no number. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  /**
   * The day of publication as it was written, never shifted to another zone; null where unknown.
   */
  public LocalDate publishedOn() {
    return publishedAt == null ? null : dayOf(publishedAt);
  }
}
