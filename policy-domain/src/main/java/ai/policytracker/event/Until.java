package ai.policytracker.event;

import static ai.policytracker.event.InvalidClaimException.require;

import java.time.LocalDate;
import java.time.Period;

/**
 * A stated end; any of the four, at least one.
 *
 * @param date first day on which it no longer holds ("until 2027" is 2027-01-01)
 * @param duration from {@code validFrom}, ISO 8601, such as {@code P1Y}
 * @param condition the text's words: "a national law is in place"
 * @param indefinite true for "until further notice"
 */
public record Until(LocalDate date, Period duration, String condition, boolean indefinite) {

  /** A condition is a phrase of an article, not a page of it. */
  public static final int MAX_CONDITION_CHARS = 300;

  private static final int MOST_YEARS = 1000;

  public Until {
    require(
        date != null || duration != null || condition != null || indefinite,
        "until",
        "must state a date, a duration, a condition or indefinite");
    require(
        duration == null || (!duration.isNegative() && !duration.isZero()),
        "until.duration",
        "must be positive");
    require(
        duration == null || duration.toTotalMonths() + duration.getDays() / 31 <= 12L * MOST_YEARS,
        "until.duration",
        "must be at most " + MOST_YEARS + " years");
    require(
        condition == null || (!condition.isBlank() && condition.length() <= MAX_CONDITION_CHARS),
        "until.condition",
        "must have 1 to " + MAX_CONDITION_CHARS + " characters");
  }

  public static Until date(LocalDate date) {
    return new Until(date, null, null, false);
  }

  public static Until duration(Period duration) {
    return new Until(null, duration, null, false);
  }

  public static Until condition(String condition) {
    return new Until(null, null, condition, false);
  }

  public static Until furtherNotice() {
    return new Until(null, null, null, true);
  }
}
