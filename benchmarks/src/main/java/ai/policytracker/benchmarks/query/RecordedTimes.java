package ai.policytracker.benchmarks.query;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Recorded times of one company's changes, within two years; no two changes of any companies share
 * one.
 */
record RecordedTimes(int company) {
  static final Instant FIRST = Instant.parse("2024-11-01T00:00:00Z");
  static final Duration SPAN = Duration.ofDays(730);

  private static final int MOST_COMPANIES = 65_536;

  /**
   * In microseconds from the first one.
   *
   * @param last of the company's change before this one; -1 before the first
   * @param wanted about when
   */
  long after(long last, long wanted) {
    long least = last < 0 ? 0 : last / MOST_COMPANIES + 1;
    return Math.max(least, wanted / MOST_COMPANIES) * MOST_COMPANIES + company;
  }

  static Instant at(long micros) {
    return FIRST.plus(micros, ChronoUnit.MICROS);
  }

  /** A minute after all: many at the end may push each other on a little. */
  static Instant end() {
    return FIRST.plus(SPAN).plus(1, ChronoUnit.MINUTES);
  }
}
