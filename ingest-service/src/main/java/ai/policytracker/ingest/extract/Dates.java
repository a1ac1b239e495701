package ai.policytracker.ingest.extract;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Precision;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds dates among tokens, one sentence after the other, and resolves them towards the past of the
 * publication. What an undated article leaves open stays {@code UNKNOWN}, with its weekday.
 */
final class Dates {

  /**
   * Tokens from {@code from} to {@code to} (exclusive) state the date.
   *
   * @param following whether it is the day of what is told after it: "ten months after it stopped"
   */
  record Found(int from, int to, AnnouncedOn on, boolean following) {
    Found(int from, int to, AnnouncedOn on) {
      this(from, to, on, false);
    }
  }

  private static final Set<String> BEFORE_MONTH =
      Set.of(
          "in", "since", "last", "of", "late", "early", "mid", "until", "from", "by", "during",
          "this");
  private static final Set<String> BEFORE_YEAR =
      Set.of("in", "since", "of", "late", "early", "mid", "during", "year", "until", "from", "by");
  private static final int WEEK_DAYS = 7;

  private final LocalDate published;
  private final Periods periods;
  private LocalDate lastDay;

  /**
   * @param published null where unknown
   */
  Dates(LocalDate published) {
    this.published = published;
    this.periods = new Periods(published);
    this.lastDay = published;
  }

  List<Found> in(List<Token> tokens) {
    List<Found> found = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Found date = at(tokens, i);
      if (date == null) {
        i++;
        continue;
      }
      found.add(date);
      if (date.on.precision() == Precision.DAY) {
        lastDay = date.on.date();
      }
      i = date.to;
    }
    return found;
  }

  private Found at(List<Token> tokens, int i) {
    Found found = weekday(tokens, i);
    found = found == null ? dayOfMonth(tokens, i) : found;
    found = found == null ? monthAlone(tokens, i) : found;
    found = found == null ? yearAlone(tokens, i) : found;
    found = found == null ? nearDay(tokens, i) : found;
    found = found == null ? periods.at(tokens, i) : found;
    return found == null ? shifted(tokens, i) : found;
  }

  private Found weekday(List<Token> tokens, int i) {
    DayOfWeek day = CalendarWords.weekdayOf(tokens.get(i));
    if (day == null) {
      return null;
    }
    int next = i + 1 < tokens.size() && tokens.get(i + 1).is(",") ? i + 2 : i + 1;
    next = word(tokens, next).equals("the") ? next + 1 : next;
    Found exact = next < tokens.size() ? dayOfMonth(tokens, next) : null;
    if (exact != null) {
      return new Found(i, exact.to, exact.on);
    }
    if (published == null) {
      return new Found(i, i + 1, AnnouncedOn.weekday(day));
    }
    int back = Math.floorMod(published.getDayOfWeek().getValue() - day.getValue(), WEEK_DAYS);
    boolean wholeWeek = back == 0 && word(tokens, i - 1).equals("last");
    return new Found(i, i + 1, AnnouncedOn.day(published.minusDays(wholeWeek ? WEEK_DAYS : back)));
  }

  private Found dayOfMonth(List<Token> tokens, int i) {
    int month = CalendarWords.monthOf(tokens.get(i));
    int day =
        month > 0
            ? CalendarWords.number(word(tokens, i + 1))
            : CalendarWords.number(tokens.get(i).lower());
    if (month == 0 && day > 0 && i + 1 < tokens.size()) {
      month =
          CalendarWords.monthOf(
              tokens.get(
                  word(tokens, i + 1).equals("of") ? Math.min(i + 2, tokens.size() - 1) : i + 1));
    }
    if (month == 0 && tokens.get(i).is("first") && word(tokens, i + 1).equals("of")) {
      day = 1;
      month = i + 2 < tokens.size() ? CalendarWords.monthOf(tokens.get(i + 2)) : 0;
    }
    if (month == 0 || day < 1 || day > 31) {
      return null;
    }
    int to = word(tokens, i + 1).equals("of") ? i + 3 : i + 2;
    int comma = word(tokens, to).equals(",") ? to + 1 : to;
    int year = CalendarWords.yearOf(word(tokens, comma));
    if (year > 0) {
      return exact(i, comma + 1, year, month, day);
    }
    if (published == null) {
      return new Found(i, to, AnnouncedOn.UNKNOWN);
    }
    boolean later =
        month > published.getMonthValue()
            || (month == published.getMonthValue() && day > published.getDayOfMonth());
    return exact(i, to, later ? published.getYear() - 1 : published.getYear(), month, day);
  }

  private static Found exact(int from, int to, int year, int month, int day) {
    LocalDate first = LocalDate.of(year, month, 1);
    return day > first.lengthOfMonth()
        ? null
        : new Found(from, to, AnnouncedOn.day(first.withDayOfMonth(day)));
  }

  private Found monthAlone(List<Token> tokens, int i) {
    int month = CalendarWords.monthOf(tokens.get(i));
    if (month == 0) {
      return null;
    }
    int comma = word(tokens, i + 1).equals(",") ? i + 2 : i + 1;
    int year = CalendarWords.yearOf(word(tokens, comma));
    if (year > 0) {
      return new Found(i, comma + 1, AnnouncedOn.month(year, month));
    }
    if (!BEFORE_MONTH.contains(word(tokens, i - 1)) && !word(tokens, i - 1).equals("-")) {
      return null;
    }
    int then = i + 1;
    if (word(tokens, then).equals("last") && word(tokens, then + 1).equals("year")) {
      return published == null
          ? new Found(i, then + 2, AnnouncedOn.UNKNOWN)
          : new Found(i, then + 2, AnnouncedOn.month(published.getYear() - 1, month));
    }
    if (published == null) {
      return new Found(i, i + 1, AnnouncedOn.UNKNOWN);
    }
    boolean lastYear =
        month > published.getMonthValue()
            || (month == published.getMonthValue() && word(tokens, i - 1).equals("last"));
    return new Found(i, i + 1, AnnouncedOn.month(published.getYear() - (lastYear ? 1 : 0), month));
  }

  private static Found yearAlone(List<Token> tokens, int i) {
    int year = CalendarWords.yearOf(tokens.get(i).lower());
    return year > 0 && BEFORE_YEAR.contains(word(tokens, i - 1))
        ? new Found(i, i + 1, AnnouncedOn.year(year))
        : null;
  }

  private Found nearDay(List<Token> tokens, int i) {
    String first = tokens.get(i).lower();
    String second = word(tokens, i + 1);
    boolean partOfDay = Set.of("morning", "afternoon", "evening", "night").contains(second);
    int back =
        switch (first) {
          case "today", "tonight" -> 0;
          case "yesterday" -> 1;
          case "this" -> partOfDay ? 0 : -1;
          case "last" -> second.equals("night") ? 1 : -1;
          default -> -1;
        };
    if (back < 0) {
      return null;
    }
    int to = first.equals("this") || first.equals("last") ? i + 2 : i + 1;
    return new Found(i, to, day(published, -back));
  }

  private static AnnouncedOn day(LocalDate from, long days) {
    return from == null ? AnnouncedOn.UNKNOWN : AnnouncedOn.day(from.plusDays(days));
  }

  /** "Two days earlier" counts from the day that the article named last. */
  private Found shifted(List<Token> tokens, int i) {
    String first = tokens.get(i).lower();
    String second = word(tokens, i + 1);
    String third = word(tokens, i + 2);
    if (first.equals("the") && second.equals("same") && third.equals("day")) {
      return new Found(i, i + 3, day(lastDay, 0));
    }
    if (first.equals("the")
        && second.equals("day")
        && Set.of("before", "earlier").contains(third)) {
      return new Found(i, i + 3, day(lastDay, -1));
    }
    Integer count = CalendarWords.count(first);
    int n = count == null ? 0 : count;
    if (n > 0 && second.matches("months?|years?")) {
      return periods.ago(i, n, second, third);
    }
    if (n < 1 || !Set.of("day", "days", "week", "weeks").contains(second)) {
      return null;
    }
    long days = (long) n * (second.startsWith("week") ? WEEK_DAYS : 1);
    boolean back = Set.of("earlier", "before").contains(third);
    boolean ago = third.equals("ago");
    if (second.startsWith("week")) {
      return back || ago ? new Found(i, i + 3, AnnouncedOn.UNKNOWN) : null;
    }
    if (back || third.equals("after")) {
      // "It came two days after X announced": the day of X lies before the news.
      return new Found(i, i + 3, day(back ? lastDay : firstDay(), -days));
    }
    return ago ? new Found(i, i + 3, day(published, -days)) : null;
  }

  private LocalDate firstDay() {
    boolean near =
        lastDay != null
            && published != null
            && Math.abs(ChronoUnit.DAYS.between(lastDay, published)) <= WEEK_DAYS;
    return near ? lastDay : published;
  }

  static String word(List<Token> tokens, int i) {
    return i < 0 || i >= tokens.size() ? "" : tokens.get(i).lower();
  }
}
