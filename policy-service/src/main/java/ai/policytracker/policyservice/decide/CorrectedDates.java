package ai.policytracker.policyservice.decide;

import ai.policytracker.event.Claim;
import ai.policytracker.event.Correction;
import ai.policytracker.event.InvalidClaimException;
import ai.policytracker.event.Until;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the dates that an analyst gives can be those of a policy. What an article states stands
 * as it is stated.
 */
final class CorrectedDates {
  /** Those that questions may ask for. */
  private static final int FIRST_YEAR = 1;

  private static final int LAST_YEAR = 9999;
  private static final int MOST_YEARS = 1000;
  private static final int DAYS_OF_YEAR = 365;

  private CorrectedDates() {}

  /**
   * @param corrected the claim with those changes
   * @throws InvalidClaimException where a changed field does not fit
   */
  static void require(Claim corrected, Correction changes) {
    requireYear("announcedOn.date", corrected.announcedOn().date(), changes);
    requireYear("effectiveFrom", corrected.effectiveFrom(), changes);
    Until until = corrected.until();
    if (until == null) {
      return;
    }
    requireYear("until.date", until.date(), changes);
    requireLength(until.duration(), changes);
    LocalDate start =
        corrected.effectiveFrom() != null
            ? corrected.effectiveFrom()
            : corrected.announcedOn().date();
    if (start != null) {
      requireEnd(until, start, changes);
    }
  }

  private static void requireYear(String field, LocalDate date, Correction changes) {
    if (date != null
        && (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)
        && isIn(changes, field)) {
      throw new InvalidClaimException(field, "must be in the years 1 to 9999");
    }
  }

  private static void requireLength(Period duration, Correction changes) {
    boolean isTooLong =
        duration != null
            && (duration.toTotalMonths() > 12L * MOST_YEARS
                || duration.getDays() > DAYS_OF_YEAR * MOST_YEARS);
    if (isTooLong && isIn(changes, "until")) {
      throw new InvalidClaimException("until.duration", "must be at most " + MOST_YEARS + " years");
    }
  }

  private static void requireEnd(Until until, LocalDate start, Correction changes) {
    List<String> fields =
        Stream.of("until", "effectiveFrom", "announcedOn").filter(f -> isIn(changes, f)).toList();
    if (until.date() == null || fields.isEmpty()) {
      return;
    }
    boolean isOfUntil = fields.getFirst().equals("until");
    if (!until.date().isAfter(start)) {
      throw isOfUntil
          ? new InvalidClaimException("until.date", "must be after the start, " + start)
          : new InvalidClaimException(
              fields.getFirst(), "must be before the stated end, " + until.date());
    }
    if (isOfUntil
        && until.duration() != null
        && !start.plus(until.duration()).equals(until.date())) {
      throw new InvalidClaimException(
          "until",
          "must name one end: from %s on, %s ends on another day than %s"
              .formatted(start, until.duration(), until.date()));
    }
  }

  /**
   * @param field its path
   */
  private static boolean isIn(Correction changes, String field) {
    return changes.fields().has(field.split("\\.")[0]);
  }
}
