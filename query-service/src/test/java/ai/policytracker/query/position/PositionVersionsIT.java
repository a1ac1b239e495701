package ai.policytracker.query.position;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Database;
import ai.policytracker.query.QueryParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class PositionVersionsIT {
  private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.parse("2015-01-01");
  private static final int VERSIONS = 2_000;

  /** The limits of how long positions held; one day less and one more are tried too. */
  private static final List<Integer> DAYS = List.of(8, 64, 512, 4_096, 9_000);

  /** From a microsecond to eleven years: the terms, their limits, and what lies beside these. */
  private static final List<Duration> LIMITS =
      List.of(1, 16, 256, 4_096, 65_536, 100_000).stream().map(Duration::ofHours).toList();

  @Inject Database database;

  @AfterEach
  void clear() {
    database.execute("DELETE FROM query.position_version WHERE company LIKE 'terms-%'");
  }

  @Test
  void findsAllThatWasKnownWhateverTheTermAndNothingElse() {
    Random random = new Random(7);
    List<String> rows = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    List<LocalDate> dates = new ArrayList<>();
    for (int i = 0; i < VERSIONS; i++) {
      Instant from = FIRST.plusSeconds(random.nextInt(300_000_000));
      Instant to = random.nextInt(20) == 0 ? null : from.plus(length(random));
      LocalDate start = FIRST_DAY.plusDays(random.nextInt(3_000));
      LocalDate end = random.nextInt(3) == 0 ? null : start.plusDays(days(random));
      rows.add(
          "('terms-%d', 'general-ai', 'PROVISION', 'general', '', 'POLICY', 'a-%d', false, 'PAUSED',"
                  .formatted(i % 2, i)
              + " '%s', '%s', '%s', '%s', '{}')"
                  .formatted(start, orInfinity(end), from, orInfinity(to)));
      times.add(from);
      times.add(to == null ? from.minusNanos(1_000) : to);
      dates.add(start);
      dates.add(end == null ? start.minusDays(1) : end);
    }
    database.execute("INSERT INTO query.position_version VALUES " + String.join(", ", rows));

    for (int i = 0; i < 400; i++) {
      Instant time = times.get(random.nextInt(times.size()));
      LocalDate date = i % 4 == 0 ? null : dates.get(random.nextInt(dates.size()));
      String asOf = date == null ? "NULL::date" : "date '%s'".formatted(date);
      assertThat(database.number(count(time, PositionVersions.knownOf("'terms-1'", asOf, ""))))
          .as("%s, known at %s", asOf, time)
          .isEqualTo(database.number(count(time, plain("terms-1", asOf))));
    }
    assertThat(database.number(count(times.getFirst(), plain("terms-1", "NULL::date"))))
        .isPositive();
  }

  private static Object orInfinity(Object end) {
    return end == null ? "infinity" : end;
  }

  private static int days(Random random) {
    return Math.max(1, DAYS.get(random.nextInt(DAYS.size())) - 1 + random.nextInt(3));
  }

  private static Duration length(Random random) {
    Duration limit = LIMITS.get(random.nextInt(LIMITS.size()));
    return switch (random.nextInt(4)) {
      case 0 -> limit;
      case 1 -> limit.plusNanos(1_000);
      case 2 -> limit.minusNanos(1_000);
      default -> Duration.ofNanos(1_000L * (1 + random.nextLong(limit.toNanos() / 1_000)));
    };
  }

  private static String plain(String company, String asOf) {
    return """
        (SELECT * FROM query.position_version v
          WHERE v.company = '%1$s' AND v.known_from <= seen.known_at AND seen.known_at < v.known_to
            AND (%2$s IS NULL OR v.valid_from <= %2$s AND %2$s < v.valid_to)) p"""
        .formatted(company, asOf);
  }

  /** Of the announcements' numbers the sum, so that one for another is seen. */
  private static String count(Instant time, String versions) {
    return """
        SELECT count(*) * 1000000000 + coalesce(sum(substr(p.announcement, 3)::bigint), 0)
        FROM (SELECT timestamptz '%s' AS known_at) seen CROSS JOIN LATERAL (SELECT p.* FROM %s) p"""
        .formatted(time, versions.replace("FROM position_version", "FROM query.position_version"));
  }
}
