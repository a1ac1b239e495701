package ai.policytracker.query.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.policy.Change;
import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.Database;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import ai.policytracker.shell.Shards;
import ai.policytracker.wire.ChangeCodec;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class ProjectionIT {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Inject ChangesTopic topic;
  @Inject Database database;
  @Inject Projection projection;

  @Test
  void repeatedRecordsChangeNothingAndGetNoNewSeq() {
    List<ProducerRecord<String, byte[]>> records = topic.records(changes("repeated"));
    topic.send(records);
    Api.waitForVersion("repeated", 3);
    JsonNode before = Api.get("/v1/changes?company=repeated");
    long positions = count("query.position_version");

    topic.send(records);
    waitUntilProjected("repeated", "after-repeats");

    assertThat(Api.get("/v1/changes?company=repeated").get("items")).isEqualTo(before.get("items"));
    long ofTheMarker = 1;
    assertThat(count("query.position_version")).isEqualTo(positions + ofTheMarker);
    assertSeqsAreGapless();
  }

  /** A change of another company in the same shard, behind all that was sent before it. */
  private void waitUntilProjected(String company, String markerPrefix) {
    String marker = markerPrefix;
    for (int i = 0; shardOf(marker) != shardOf(company); i++) {
      marker = markerPrefix + i;
    }
    WriteSide writeSide = new WriteSide(START);
    topic.sendChanges(writeSide.append(Told.of(marker, marker + "-1").on("2020-06-10").event()));
    Api.waitForVersion(marker, 1);
  }

  private static int shardOf(String company) {
    return Shards.of(company);
  }

  @Test
  void gapInTheVersionsHaltsThatCompanyAloneAndHealthNamesIt() {
    List<Change> changes = changes("gapped");

    topic.sendChanges(changes.get(0), changes.get(2));
    waitUntilProjected("gapped", "beside-gapped");

    assertThat(Api.get("/v1/companies/gapped").get("version").asLong()).isEqualTo(1);
    JsonNode health = Api.get("/q/health/ready");
    assertThat(health.get("status").asText()).isEqualTo("UP");
    assertThat(health.findValue("gapped").asText()).isEqualTo("version 3 came after 1");
    assertThat(Api.ask("/q/metrics").asString())
        .containsPattern("tracker_projection_companies_halted [1-9]");
    topic.heartbeat(START.plusSeconds(90));
    Api.waitUntil("finality beside it", () -> isFinal(START.plusSeconds(80)));
    assertThat(isFinal("gapped", START.plusSeconds(80))).isFalse();
  }

  @Test
  void unreadableRecordIsParkedAsItCame() throws SQLException {
    byte[] value = "{\"form\":7}".getBytes(StandardCharsets.UTF_8);

    topic.sendRaw("parked", value);
    topic.sendRaw("Not A Company\0", null);
    topic.sendChanges(changes("parked").getFirst());
    waitUntilProjected("parked", "beside-parked");

    for (String route : new String[] {"", "/positions", "/timeline", "/timemap"}) {
      // What could not be read may tell of that time: that nothing was known is not for ever.
      String path = "/v1/companies/parked" + route;
      assertThat(Api.ask(path).statusCode()).as(path).isEqualTo(404);
      assertThat(Api.ask(path + "?knownAt=" + START.minusSeconds(1)).statusCode())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(Api.get("/q/health/ready").findValue("parked").asText()).contains("unreadable");
    Api.waitUntil("both parked", () -> count("query.parked_change") == 2);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT * FROM query.parked_change WHERE key = 'parked'::bytea")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getBytes("value")).isEqualTo(value);
      assertThat(row.getString("reason")).contains("unknown form");
      assertThat(row.getString("headers")).contains("shardposition");
    }
    assertThat(Api.ask("/q/metrics").asString()).contains("tracker_projection_parked_total");
  }

  @Test
  void answersAreFinalOnceEveryShardHasPassedTheirTime() {
    topic.sendChanges(changes("settled").toArray(Change[]::new));
    Api.waitForVersion("settled", 3);
    Instant knownAt = START.plusSeconds(200);
    topic.heartbeatAhead(START.plusSeconds(1000));

    assertThat(isFinal("settled", knownAt)).isFalse();
    assertThat(Api.ask(settled(knownAt)).header("Cache-Control")).isEqualTo("no-store");
    Api.waitUntil(
        "all shards",
        () -> {
          topic.heartbeat(START.plusSeconds(210));
          return isFinal("settled", knownAt);
        });

    assertThat(Api.ask(settled(knownAt)).header("Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
    assertThat(isFinal("settled", START.plusSeconds(300))).isFalse();
  }

  private static String settled(Instant knownAt) {
    return "/v1/companies/settled/positions?asOf=2020-06-12&knownAt=" + knownAt;
  }

  private static boolean isFinal(String company, Instant knownAt) {
    return Api.get("/v1/companies/" + company + "/timeline?knownAt=" + knownAt)
        .get("final")
        .asBoolean();
  }

  private boolean isFinal(Instant knownAt) {
    String any =
        Api.get("/v1/companies?limit=500").findValues("company").stream()
            .map(JsonNode::asText)
            .filter(company -> company.startsWith("beside-gapped"))
            .findFirst()
            .orElseThrow();
    return isFinal(any, knownAt);
  }

  @Test
  void batchThatFindsItsModelReplacedWritesNothingAndIsTriedAgain() {
    String company = "replaced";
    Change change = changes(company).getFirst();
    String retired = "UPDATE query.shard SET retired = %s WHERE shard = " + shardOf(company);
    database.execute(retired.formatted(true));

    var taken = projection.take(List.of(new Batches().record(company, ChangeCodec.encode(change))));

    assertThatThrownBy(() -> taken.await().indefinitely())
        .isInstanceOf(ReadModelReplacedException.class);
    topic.sendChanges(change);
    assertThat(Api.ask("/v1/companies/" + company).statusCode()).isEqualTo(404);
    database.execute(retired.formatted(false));
    Api.waitForVersion(company, 1);
  }

  private void assertSeqsAreGapless() {
    assertThat(count("query.change_log WHERE seq > (SELECT count(*) FROM query.change_log)"))
        .isZero();
  }

  private long count(String table) {
    return database.count(table);
  }

  private static List<Change> changes(String company) {
    return new WriteSide(START)
        .appendAll(
            List.of(
                Told.of(company, company + "-1").on("2020-06-10").event(),
                Told.of(company, company + "-2").on("2020-06-11").event(),
                Told.of(company, company + "-3").on("2021-03-01").event()))
        .changes();
  }
}
