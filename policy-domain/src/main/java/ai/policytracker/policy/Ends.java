package ai.policytracker.policy;

import ai.policytracker.event.Claim;
import ai.policytracker.event.Until;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/** The ends that the claims of one announcement state, and which of them leads. */
record Ends(Tally<Until> said) {
  private static final Comparator<Until> BY_TEXT = Comparator.comparing(Until::toString);

  /** A computed end comes before a condition, that before "until further notice"; null for none. */
  Until leading() {
    if (said.isEmpty()) {
      return null;
    }
    Until computed = said.leading(Ends::isComputed, BY_TEXT);
    if (computed != null) {
      return computed;
    }
    Until condition = said.leading(u -> u.condition() != null, BY_TEXT);
    return condition != null ? condition : said.leading(BY_TEXT);
  }

  private static boolean isComputed(Until until) {
    return until.date() != null || until.duration() != null;
  }

  /** Ends on which claims disagree: two days, or a day beside a condition; not other words. */
  Tally<Until> sides(LocalDate start) {
    return said.isDisputed() ? said.readAs(until -> sideOf(until, start)) : said;
  }

  /** The leading one of those that say the same. */
  private Until sideOf(Until until, LocalDate start) {
    if (isComputed(until)) {
      LocalDate end = end(until, start);
      return said.leading(u -> isComputed(u) && Objects.equals(end(u, start), end), BY_TEXT);
    }
    if (until.condition() != null) {
      return said.leading(u -> !isComputed(u) && u.condition() != null, BY_TEXT);
    }
    return Until.furtherNotice();
  }

  /** First day on which it no longer holds; null where no end can be computed. */
  LocalDate endAfter(LocalDate start) {
    Until until = leading();
    LocalDate end = until == null || start == null ? null : end(until, start);
    return end != null && end.isAfter(start) ? end : null;
  }

  private static LocalDate end(Until until, LocalDate start) {
    if (until.date() != null) {
      return until.date();
    }
    LocalDate end = until.duration() == null || start == null ? null : start.plus(until.duration());
    return end == null || end.getYear() > Claim.LAST_YEAR ? null : end;
  }
}
