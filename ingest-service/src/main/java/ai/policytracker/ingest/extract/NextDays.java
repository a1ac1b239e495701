package ai.policytracker.ingest.extract;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days that lie ahead and are told without a date: "next spring", "the end of the year". */
final class NextDays {
  private static final Pattern NEXT =
      Pattern.compile(
          "(?:at least |some time |sometime )?(?:(?:early |late |mid-?|the start of |the beginning of )?)"
              + "(?:next |the (?:following )?)?(year|month|spring|summer|autumn|fall|winter)");
  private static final Pattern END =
      Pattern.compile(
          "(?:at least )?(?:the )?end of (?:the|this|next) (year|month|summer|school year)");
  private static final Map<String, Integer> SEASONS =
      Map.of("spring", 3, "summer", 6, "autumn", 9, "fall", 9, "winter", 12);

  private NextDays() {}

  /**
   * @param words all that is said of the end
   * @return null where they mean no such day
   */
  static LocalDate of(String words, LocalDate published) {
    String lower = words.toLowerCase(Locale.ROOT);
    Matcher end = END.matcher(lower);
    if (end.matches() && end.group(1).equals("year")) {
      return LocalDate.of(published.getYear() + (lower.contains("next") ? 2 : 1), 1, 1);
    }
    if (end.matches() && end.group(1).equals("month")) {
      LocalDate first = published.withDayOfMonth(1).plusMonths(lower.contains("next") ? 2 : 1);
      return first.minusDays(1);
    }
    Matcher next = NEXT.matcher(lower);
    if (!next.matches()) {
      return null;
    }
    boolean stated = lower.contains("next");
    return switch (next.group(1)) {
      case "year" -> stated ? LocalDate.of(published.getYear() + 1, 1, 1) : null;
      case "month" -> stated ? published.withDayOfMonth(1).plusMonths(1) : null;
      default -> {
        LocalDate season = LocalDate.of(published.getYear(), SEASONS.get(next.group(1)), 1);
        yield season.isAfter(published) ? season : season.plusYears(1);
      }
    };
  }
}
