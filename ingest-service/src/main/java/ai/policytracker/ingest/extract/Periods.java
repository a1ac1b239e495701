package ai.policytracker.ingest.extract;

import ai.policytracker.event.AnnouncedOn;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Weeks, months and years counted from the publication. */
final class Periods {
  private static final int MAX_COUNT = 60;

  private final LocalDate published;

  /**
   * @param published null where unknown
   */
  Periods(LocalDate published) {
    this.published = published;
  }

  /** "Last month", "earlier this week": null where no such words begin at the token. */
  Dates.Found at(List<Token> tokens, int i) {
    String first = tokens.get(i).lower();
    String second = Dates.word(tokens, i + 1);
    boolean ofTheWeek =
        Set.of("in", "of").contains(first)
            && second.equals("the")
            && Dates.word(tokens, i + 2).equals("week");
    if (ofTheWeek) {
      return new Dates.Found(i, i + 3, week(0));
    }
    if (!first.equals("last") && !first.equals("this")) {
      return null;
    }
    int back = first.equals("last") ? 1 : 0;
    AnnouncedOn on =
        switch (second) {
          case "week", "weekend" ->
              back == 0 && !Dates.word(tokens, i - 1).equals("earlier")
                  ? AnnouncedOn.UNKNOWN
                  : week(back);
          case "month", "spring", "summer", "autumn", "fall", "winter" ->
              second.equals("month") ? month(back) : AnnouncedOn.UNKNOWN;
          case "year" ->
              published == null
                  ? AnnouncedOn.UNKNOWN
                  : AnnouncedOn.year(published.getYear() - back);
          default -> null;
        };
    return on == null ? null : new Dates.Found(i, i + 2, on);
  }

  /** "Two years ago", "ten months after it stopped", "a year earlier". */
  Dates.Found ago(int i, int count, String unit, String how) {
    boolean after = how.equals("after");
    if (!after && !Set.of("ago", "earlier", "before").contains(how) || count > MAX_COUNT) {
      return null;
    }
    if (published == null) {
      return new Dates.Found(i, i + 3, AnnouncedOn.UNKNOWN, after);
    }
    LocalDate day = published.minusMonths(unit.startsWith("month") ? count : 0);
    AnnouncedOn on =
        unit.startsWith("month")
            ? AnnouncedOn.month(day.getYear(), day.getMonthValue())
            : AnnouncedOn.year(published.getYear() - count);
    return new Dates.Found(i, i + 3, on, after);
  }

  private AnnouncedOn week(int back) {
    if (published == null) {
      return AnnouncedOn.UNKNOWN;
    }
    LocalDate monday = published.with(DayOfWeek.MONDAY).minusWeeks(back);
    LocalDate end = back == 0 ? published : monday.plusDays(7 - 1);
    return monday.getMonth() == end.getMonth()
        ? AnnouncedOn.month(monday.getYear(), monday.getMonthValue())
        : AnnouncedOn.UNKNOWN;
  }

  private AnnouncedOn month(int back) {
    if (published == null) {
      return AnnouncedOn.UNKNOWN;
    }
    LocalDate day = published.minusMonths(back);
    return AnnouncedOn.month(day.getYear(), day.getMonthValue());
  }
}
