package ai.policytracker.benchmarks.query;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is asked: companies as often as they are in the news, any day since 2019, at any known time
 * since there were positions. Known times lie in the past, so that answers are final, but for every
 * second matrix.
 */
final class Questions {
  static final String IN_WORDS =
      "companies by Zipf's law, asOf any day from 2019-01-01 to 2026-10-31, knownAt any microsecond"
          + " of the last year that was recorded; every second matrix as known now";

  private static final LocalDate FIRST_DAY = LocalDate.parse("2019-01-01");
  private static final int DAYS = 2_860;
  private static final int PAGE = 1_000;

  private final Skew skew;
  private final Random random;
  private int matrices;

  Questions(Skew skew, long seed) {
    this.skew = skew;
    this.random = new Random(seed);
  }

  String positions() {
    return "/v1/companies/%s/positions?asOf=%s&knownAt=%s"
        .formatted(ReadModel.company(skew.any(random)), asOf(), knownAt());
  }

  /** Of one company, without a known time. */
  String positionsOf(int company) {
    return "/v1/companies/%s/positions?asOf=%s".formatted(ReadModel.company(company), asOf());
  }

  /** Of so many companies of all sizes, every second time as known now. */
  String matrix(int companies) {
    int step = Math.max(1, skew.companies() / companies);
    int offset = random.nextInt(step);
    String ids =
        IntStream.range(0, Math.min(companies, skew.companies()))
            .mapToObj(i -> ReadModel.company(i * step + offset))
            .collect(Collectors.joining(","));
    matrices++;
    return "/v1/positions?company=%s&asOf=%s&limit=%d%s"
        .formatted(ids, asOf(), PAGE, matrices % 2 == 0 ? "" : "&knownAt=" + knownAt());
  }

  private LocalDate asOf() {
    return FIRST_DAY.plusDays(random.nextInt(DAYS));
  }

  String knownAt() {
    Duration year = Duration.ofDays(365);
    return RecordedTimes.end()
        .minus(year)
        .plus(random.nextLong(year.toSeconds() * 1_000_000), ChronoUnit.MICROS)
        .toString();
  }
}
