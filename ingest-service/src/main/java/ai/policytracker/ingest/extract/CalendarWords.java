package ai.policytracker.ingest.extract;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words for days, months, years and numbers. */
final class CalendarWords {
  private static final Map<String, Integer> COUNTS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("an", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("eighteen", 18));

  private CalendarWords() {}

  static DayOfWeek weekdayOf(Token token) {
    if (token.lower().length() < 3) {
      return null;
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).equals(token.lower())) {
        return day;
      }
    }
    return null;
  }

  static int monthOf(Token token) {
    if (!token.capitalised()) {
      return 0;
    }
    return switch (token.lower()) {
      case "january", "jan", "jan." -> 1;
      case "february", "feb", "feb." -> 2;
      case "march", "mar." -> 3;
      case "april", "apr", "apr." -> 4;
      case "may" -> 5;
      case "june", "jun", "jun." -> 6;
      case "july", "jul", "jul." -> 7;
      case "august", "aug", "aug." -> 8;
      case "september", "sept", "sept.", "sep", "sep." -> 9;
      case "october", "oct", "oct." -> 10;
      case "november", "nov", "nov." -> 11;
      case "december", "dec", "dec." -> 12;
      default -> 0;
    };
  }

  static int number(String word) {
    if (word.isEmpty() || word.charAt(0) < '0' || word.charAt(0) > '9') {
      return 0;
    }
    String digits = word;
    for (String ordinal : List.of("st", "nd", "rd", "th")) {
      digits = digits.endsWith(ordinal) ? digits.substring(0, digits.length() - 2) : digits;
    }
    boolean plain = digits.length() <= 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? Integer.parseInt(digits) : 0;
  }

  static int yearOf(String word) {
    int year = word.length() == 4 ? number(word) : 0;
    return year >= 1990 && year <= 2100 ? year : 0;
  }

  static Integer count(String word) {
    Integer count = COUNTS.get(word);
    int n = count == null ? number(word) : count;
    return n > 0 ? Integer.valueOf(n) : null;
  }
}
