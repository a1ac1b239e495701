package ai.policytracker.query.project;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Database;
import ai.policytracker.query.QueryParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class MigrationIT {
  private static final String SCHEMA = "query_of_version_1";

  @Inject Flyway flyway;
  @Inject Database database;

  @AfterEach
  void drop() {
    database.execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(SCHEMA));
  }

  private void migrateTo(String version) {
    Flyway.configure()
        .configuration(flyway.getConfiguration())
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .target(version)
        .load()
        .migrate();
  }

  @Test
  void whatVersionOneHeldIsProjectedAgainAndEveryChangeKeepsItsSeq() {
    migrateTo("1");
    database.execute(
        """
        SET search_path TO %s;
        INSERT INTO shard SELECT s, 'topic', 10 + s, 5, now() FROM generate_series(0, 11) s;
        UPDATE feed SET seq = 2;
        INSERT INTO change_seq VALUES ('one', 1), ('two', 2);
        INSERT INTO change_log
          SELECT seq, change_id, 'acme', seq, 'ADOPTED', 'general-ai', now(), '{}' FROM change_seq;
        INSERT INTO company (company, version) VALUES ('acme', 2);"""
            .formatted(SCHEMA));

    migrateTo("2");

    assertThat(database.count(SCHEMA + ".change_seq")).isEqualTo(2);
    assertThat(database.number("SELECT seq FROM %s.feed".formatted(SCHEMA))).isEqualTo(2);
    assertThat(database.count(SCHEMA + ".change_log")).isZero();
    assertThat(database.count(SCHEMA + ".company")).isZero();
    assertThat(
            database.count(
                SCHEMA
                    + ".shard WHERE next_offset = 0 AND position = 0 AND watermark = 'epoch'"
                    + " AND refilled_at = 10 + shard AND NOT retired"))
        .isEqualTo(12);
  }

  @Test
  void latestRecordedTimeOfEachSeqIsTakenFromTheLog() {
    migrateTo("2");
    database.execute(
        """
        SET search_path TO %s;
        INSERT INTO change_seq VALUES ('one', 1), ('two', 2), ('three', 3);
        INSERT INTO change_log
          SELECT seq, change_id, 'acme', seq, 'ADOPTED', 'general-ai',
            timestamptz '2026-01-01' + ((seq * 2) %% 3) * interval '1 day', '{}' FROM change_seq;"""
            .formatted(SCHEMA));

    migrateTo("3");

    assertThat(
            database.number(
                "SELECT extract(day FROM sum(latest - '2026-01-01'))::bigint FROM %s.change_seq"
                    .formatted(SCHEMA)))
        .isEqualTo(2 + 2 + 2);
  }
}
