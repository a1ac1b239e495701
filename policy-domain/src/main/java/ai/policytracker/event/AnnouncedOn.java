package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * When an act was announced. With {@code MONTH} or {@code YEAR} the date is the first day of it;
 * with {@code UNKNOWN} there is no date, but perhaps the weekday that an undated article names.
 */
public record AnnouncedOn(LocalDate date, Precision precision, DayOfWeek weekday) {

  public static final AnnouncedOn UNKNOWN = new AnnouncedOn(null, Precision.UNKNOWN, null);

  public AnnouncedOn {
    require(precision != null, "announcedOn.precision", "must be DAY, MONTH, YEAR or UNKNOWN");
    boolean dated = precision != Precision.UNKNOWN;
    require(dated == (date != null), "announcedOn.date", "must be there unless UNKNOWN");
    require(!dated || weekday == null, "announcedOn.weekday", "only where the date is UNKNOWN");
    require(
        precision != Precision.MONTH || date.getDayOfMonth() == 1,
        "announcedOn.date",
        "must be the first day of the month");
    require(
        precision != Precision.YEAR || date.getDayOfYear() == 1,
        "announcedOn.date",
        "must be the first day of the year");
  }

  public static AnnouncedOn day(LocalDate date) {
    return new AnnouncedOn(date, Precision.DAY, null);
  }

  public static AnnouncedOn month(int year, int month) {
    return new AnnouncedOn(LocalDate.of(year, month, 1), Precision.MONTH, null);
  }

  public static AnnouncedOn year(int year) {
    return new AnnouncedOn(LocalDate.of(year, 1, 1), Precision.YEAR, null);
  }

  public static AnnouncedOn weekday(DayOfWeek weekday) {
    return new AnnouncedOn(null, Precision.UNKNOWN, weekday);
  }
}
