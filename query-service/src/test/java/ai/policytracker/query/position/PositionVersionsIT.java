package ai.policytracker.query.position;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Database;
import ai.policytracker.query.QueryParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class PositionVersionsIT {
  private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");
  private static final int VERSIONS = 2_000;

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
    for (int i = 0; i < VERSIONS; i++) {
      Instant from = FIRST.plusSeconds(random.nextInt(300_000_000));
      Instant to = random.nextInt(20) == 0 ? null : from.plus(length(random));
      rows.add(
          "('terms-%d', 'general-ai', 'PROVISION', 'general', '', 'POLICY', 'a-%d', false, 'PAUSED',"
                  .formatted(i % 2, i)
              + " '2020-01-01', 'infinity', '%s', '%s', '{}')"
                  .formatted(from, to == null ? "infinity" : to));
      times.add(from);
      times.add(to == null ? from.minusNanos(1_000) : to);
    }
    database.execute("INSERT INTO query.position_version VALUES " + String.join(", ", rows));

    for (int i = 0; i < 200; i++) {
      Instant time = times.get(random.nextInt(times.size()));
      assertThat(database.number(count(time, PositionVersions.knownOf("'terms-1'", ""))))
          .as(time.toString())
          .isEqualTo(database.number(count(time, plain("terms-1"))));
    }
    assertThat(database.number(count(times.getFirst(), plain("terms-1")))).isPositive();
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

  private static String plain(String company) {
    return """
        (SELECT * FROM query.position_version v
          WHERE v.company = '%s' AND v.known_from <= seen.known_at AND seen.known_at < v.known_to) p"""
        .formatted(company);
  }

  /** Of the announcements' numbers the sum, so that one for another is seen. */
  private static String count(Instant time, String versions) {
    return """
        SELECT count(*) * 1000000000 + coalesce(sum(substr(p.announcement, 3)::bigint), 0)
        FROM (SELECT timestamptz '%s' AS known_at) seen CROSS JOIN LATERAL (SELECT p.* FROM %s) p"""
        .formatted(time, versions.replace("FROM position_version", "FROM query.position_version"));
  }
}
