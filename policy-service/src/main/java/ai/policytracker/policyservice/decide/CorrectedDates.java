package ai.policytracker.policyservice.decide;

import ai.policytracker.event.Claim;
import ai.policytracker.event.Correction;
import ai.policytracker.event.InvalidClaimException;
import ai.policytracker.event.Until;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether an end that an analyst gives fits its start. What an article states stands as it is
 * stated.
 */
final class CorrectedDates {
  private CorrectedDates() {}

  /**
   * @param corrected the claim with those changes
   * @throws InvalidClaimException where a changed field does not fit
   */
  static void require(Claim corrected, Correction changes) {
    Until until = corrected.until();
    if (until == null) {
      return;
    }
    LocalDate start =
        corrected.effectiveFrom() != null
            ? corrected.effectiveFrom()
            : corrected.announcedOn().date();
    if (start != null) {
      requireEnd(until, start, changes);
    }
  }

  private static void requireEnd(Until until, LocalDate start, Correction changes) {
    List<String> fields =
        Stream.of("until", "effectiveFrom", "announcedOn").filter(changes.fields()::has).toList();
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
}
