package ai.policytracker.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.Database;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class ExportLimitsIT {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** What an export reads after its first line is out. */
  private static final String HOLD_UP = "LOCK TABLE query.company IN ACCESS EXCLUSIVE MODE";

  private static final String WAITING =
      "pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FROM feed f, company c%LIMIT $3'";

  @Inject ChangesTopic topic;
  @Inject Database database;

  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void leave() {
    clients.close();
  }

  @BeforeEach
  void somethingToExport() {
    topic.sendChanges(
        new WriteSide(START).append(Told.of("bounded", "bounded-1").on("2020-06-10").event()));
    Api.waitForVersion("bounded", 1);
    topic.heartbeat(START.plusSeconds(1));
    Api.waitUntil("a final time", () -> Api.ask("/v1/export").statusCode() == 200);
  }

  @Test
  void oneExportTooManyIsRefusedUntilAnotherEnds() throws Exception {
    Future<Response> first;
    Future<Response> second;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(HOLD_UP);
      first = clients.submit(() -> Api.ask("/v1/export"));
      second = clients.submit(() -> Api.ask("/v1/export"));
      Api.waitUntil("both are under way", () -> database.count(WAITING) == 2);

      Response third = Api.ask("/v1/export");

      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.header("Retry-After")).isEqualTo("60");
      connection.rollback();
    }
    assertThat(first.get().asString()).contains("\"type\":\"end\"");
    assertThat(second.get().asString()).contains("\"type\":\"end\"");
    Api.waitUntil("their places", () -> Api.ask("/v1/export").statusCode() == 200);
  }

  @Test
  void exportThatFailsOnItsWayIsBrokenOffAndCounted() throws Exception {
    double before = broken();
    Future<Response> export;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(HOLD_UP);
      export = clients.submit(() -> Api.ask("/v1/export"));
      Api.waitUntil("it is under way", () -> database.count(WAITING) == 1);
      database.execute("SELECT pg_terminate_backend(pid) FROM " + WAITING);
      assertThatThrownBy(export::get).as("cut off").isInstanceOf(ExecutionException.class);
      connection.rollback();
    }

    assertThat(broken()).isEqualTo(before + 1);
  }

  private static double broken() {
    return Api.ask("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("tracker_answers_broken_total{kind=\"export\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
