package ai.policytracker.query.project;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.Database;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class LatestIT {
  private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
  private static final String NOT_GROWING =
      """
      (SELECT seq, latest, lag(latest) OVER (ORDER BY seq) AS before FROM query.change_seq) s
      WHERE latest IS NULL OR latest < before""";
  private static final String TOO_EARLY =
      "query.change_seq s JOIN query.change_log l USING (seq) WHERE s.latest < l.recorded_at";

  @Inject ChangesTopic topic;
  @Inject Database database;

  private void project(String company, Instant recordedAt) {
    topic.sendChanges(
        new WriteSide(recordedAt)
            .append(Told.of(company, company + "-1").on("2020-06-10").event()));
    Api.waitForVersion(company, 1);
  }

  @Test
  void latestGrowsWithSeqWhateverTheRecordedTimesAre() {
    project("latest-b", START.plusSeconds(60));
    project("latest-a", START);
    project("latest-c", START.plusSeconds(30));

    assertThat(database.count(NOT_GROWING)).isZero();
    assertThat(database.count(TOO_EARLY)).isZero();
  }

  @Test
  void latestIsMadeUpForWhereAMigrationLostIt() {
    project("lost-a", START);
    database.execute("UPDATE query.change_seq SET latest = NULL");

    project("lost-b", START.plusSeconds(90));

    assertThat(database.count(NOT_GROWING)).isZero();
    assertThat(database.count(TOO_EARLY)).isZero();
  }
}
