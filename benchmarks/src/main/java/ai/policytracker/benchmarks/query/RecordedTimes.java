package ai.policytracker.benchmarks.query;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Recorded times of one company's changes, spread over two years; no two changes of any companies
 * share one.
 */
record RecordedTimes(int company) {
  static final Instant FIRST = Instant.parse("2024-11-01T00:00:00Z");
  static final Duration SPAN = Duration.ofDays(730);

  private static final int MOST_COMPANIES = 65_536;

  Instant of(int change, int changes) {
    long micros = SPAN.toSeconds() * 1_000_000 / changes * change;
    return FIRST.plus(micros / MOST_COMPANIES * MOST_COMPANIES + company, ChronoUnit.MICROS);
  }

  static Instant end() {
    return FIRST.plus(SPAN);
  }
}
