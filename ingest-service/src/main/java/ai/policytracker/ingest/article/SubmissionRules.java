package ai.policytracker.ingest.article;

import ai.policytracker.shell.Problems;
import ai.policytracker.shell.Problems.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an article must be to be taken; every broken rule is reported with its field. */
final class SubmissionRules {
  /** In the order in which messages list them; {@code id} is the sender's own and is not kept. */
  static final Set<String> FIELDS =
      new LinkedHashSet<>(
          List.of("id", "url", "publisher", "publishedAt", "title", "text", "html", "language"));

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final ZoneOffset WHERE_DAYS_BEGIN_FIRST = ZoneOffset.ofHours(14);
  private static final int ISO_DATE_CHARS = 10;
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final ArticleSettings settings;
  private final Map<String, String> values;
  private final List<FieldError> errors;

  private SubmissionRules(ArticleSettings settings, StringFields fields) {
    this.settings = settings;
    this.values = fields.values();
    this.errors = new ArrayList<>(fields.errors());
  }

  /**
   * Turns a page into text, too.
   *
   * @throws HttpProblem 400, or 413 where text or html are too long
   */
  static Submission check(StringFields fields, ArticleSettings settings, Instant now) {
    return new SubmissionRules(settings, fields).check(now);
  }

  private Submission check(Instant now) {
    String text = values.get("text");
    String html = values.get("html");
    refuseLong("/text", text, settings.maxTextChars());
    refuseLong("/html", html, settings.maxHtmlChars());
    checkBody(text, html);
    checkUrl(values.get("url"));
    checkPublishedAt(values.get("publishedAt"), now);
    checkLanguage(values.get("language"));
    String publisher = name("publisher", settings.maxPublisherChars());
    String title = name("title", settings.maxTitleChars());
    if (!errors.isEmpty()) {
      throw Problems.invalid(errors);
    }
    Metadata metadata =
        new Metadata(values.get("url"), values.get("publishedAt"), values.get("language"));
    return Submission.of(publisher, title, text == null ? textOf(html) : text, metadata);
  }

  private void refuseLong(String pointer, String value, int maxChars) {
    if (value != null && value.length() > maxChars) {
      throw Problems.tooLarge(
          pointer, "has %d characters; at most %d are taken".formatted(value.length(), maxChars));
    }
  }

  private void checkBody(String text, String html) {
    if (text != null && html != null) {
      reject("/html", "must not be given beside text; send one of them");
    } else if (text == null && html == null) {
      boolean refusedAlready = errors.stream().anyMatch(e -> isBody(e.pointer()));
      if (!refusedAlready) {
        reject("/text", "is missing; send the article's text, or its page as html");
      }
    } else if (text != null && text.isBlank()) {
      reject("/text", "is empty; send the article's text");
    } else if (html != null && html.isBlank()) {
      reject("/html", "is empty; send the article's page, or its text as text");
    }
  }

  private static boolean isBody(String pointer) {
    return pointer.equals("/text") || pointer.equals("/html");
  }

  private String textOf(String html) {
    String text = PageText.of(html);
    if (text.isBlank()) {
      throw Problems.invalid("/html", "holds no text outside of scripts, menus and forms");
    }
    return text;
  }

  private void checkUrl(String url) {
    if (url == null) {
      return;
    }
    if (url.length() > settings.maxUrlChars()) {
      reject("/url", "has more than %d characters".formatted(settings.maxUrlChars()));
    } else if (!isAbsoluteHttp(url)) {
      reject("/url", "must be an absolute http or https address, such as https://example.org/a/1");
    }
  }

  private static boolean isAbsoluteHttp(String url) {
    try {
      URI uri = new URI(url);
      boolean http = "http".equalsIgnoreCase(uri.getScheme());
      return (http || "https".equalsIgnoreCase(uri.getScheme())) && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private void checkPublishedAt(String publishedAt, Instant now) {
    if (publishedAt == null) {
      return;
    }
    LocalDate day;
    try {
      day =
          publishedAt.length() == ISO_DATE_CHARS
              ? LocalDate.parse(publishedAt)
              : OffsetDateTime.parse(publishedAt).toLocalDate();
    } catch (DateTimeException e) {
      reject(
          "/publishedAt",
          "must be an ISO date (2020-06-11) or date-time with offset (2020-06-11T09:30:00Z)");
      return;
    }
    if (day.isBefore(EARLIEST)) {
      reject("/publishedAt", "must not be before " + EARLIEST);
    } else if (day.isAfter(now.atOffset(WHERE_DAYS_BEGIN_FIRST).toLocalDate())) {
      reject("/publishedAt", "is in the future; leave it out where it is unknown");
    }
  }

  private void checkLanguage(String language) {
    if (language == null) {
      return;
    }
    try {
      Locale locale = new Locale.Builder().setLanguageTag(language).build();
      if (LANGUAGES.contains(locale.getLanguage())) {
        return;
      }
    } catch (IllformedLocaleException e) {
      // Reported below, as a well-formed tag of no language is.
    }
    reject("/language", "must be a BCP 47 tag of a language in ISO 639-1, such as en or en-GB");
  }

  /** A name of blanks only is none. */
  private String name(String field, int maxChars) {
    String value = values.get(field);
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > maxChars) {
      reject("/" + field, "has more than %d characters".formatted(maxChars));
    }
    return value.strip();
  }

  private void reject(String pointer, String detail) {
    errors.add(new FieldError(pointer, detail));
  }
}
