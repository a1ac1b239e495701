package ai.policytracker.ingest.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * What is known about an article beside its words; null where it is not.
 *
 * @param publishedAt as written: an ISO date, or a date-time with its offset
 * @param language BCP 47 tag
 */
record Metadata(String url, String publishedAt, String language) {
  private static final String DEFAULT_LANGUAGE = "en";
  private static final int ISO_DATE_CHARS = 10;

  /** As it is recorded for an article that was not known before. */
  Metadata orDefaults() {
    return new Metadata(url, publishedAt, language == null ? DEFAULT_LANGUAGE : language);
  }

  /** The only language that the extractor reads. */
  boolean isEnglish() {
    return Locale.forLanguageTag(language).getLanguage().equals(DEFAULT_LANGUAGE);
  }

  /** The day as it was written, in no other zone. */
  LocalDate publishedOn() {
    return publishedAt == null ? null : LocalDate.parse(publishedAt.substring(0, ISO_DATE_CHARS));
  }

  /**
   * The last of the recorded revisions, with what a further post tells that none of them has held.
   * A value recorded before is no news, so a repeated or delayed post changes nothing; a missing
   * one erases nothing.
   */
  static Metadata afterPost(List<Metadata> recorded, Metadata posted) {
    return new Metadata(
        after(recorded, posted, Metadata::url),
        after(recorded, posted, Metadata::publishedAt),
        after(recorded, posted, Metadata::language));
  }

  private static String after(
      List<Metadata> recorded, Metadata posted, Function<Metadata, String> field) {
    String value = field.apply(posted);
    boolean news =
        value != null && recorded.stream().noneMatch(m -> Objects.equals(field.apply(m), value));
    return news ? value : field.apply(recorded.getLast());
  }
}
