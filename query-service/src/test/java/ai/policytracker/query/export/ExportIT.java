package ai.policytracker.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.RandomHistory;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class ExportIT {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant KNOWN_AT = START.plusSeconds(100);

  @Inject ChangesTopic topic;

  @Test
  void exportSaysWhatTheApiSaysAtThatTimeAndGoesOnSayingIt() throws JsonProcessingException {
    for (int seed = 0; seed < 10; seed++) {
      WriteSide writeSide =
          new WriteSide(START).appendAll(RandomHistory.of(new Random(seed), "exported-" + seed));
      topic.sendChanges(writeSide.changes());
      writeSide.companies().forEach(c -> Api.waitForChanges(c, writeSide.version(c)));
    }
    Api.waitUntil(
        "a final time",
        () -> {
          topic.heartbeat(KNOWN_AT.plusSeconds(1));
          return Api.ask("/v1/export?knownAt=" + KNOWN_AT).statusCode() == 200;
        });

    String text = Api.ask("/v1/export?knownAt=" + KNOWN_AT).asString();
    List<JsonNode> lines = lines(text);

    assertThat(lines.getFirst().get("type").asText()).isEqualTo("export");
    assertThat(lines.getLast().get("type").asText()).isEqualTo("end");
    assertThat(lines.getLast().get("lines").asInt()).isEqualTo(lines.size() - 1);
    Set<String> companies = companies(lines);
    assertThat(companies).anyMatch(c -> c.startsWith("exported-"));
    for (String company : companies) {
      JsonNode timeline = Api.get("/v1/companies/" + company + "/timeline?knownAt=" + KNOWN_AT);
      assertThat(of(lines, "position", company)).isEqualTo(list(timeline.get("items")));
      assertThat(of(lines, "stance", company)).isEqualTo(list(timeline.get("stances")));
    }
    int announcements = 0;
    for (JsonNode line : lines) {
      if (line.get("type").asText().equals("announcement")) {
        JsonNode page =
            Api.get(
                "/v1/announcements/" + line.get("announcement").asText() + "?knownAt=" + KNOWN_AT);
        assertThat(without(line, "type", "seq")).isEqualTo(without(page, "seq"));
        announcements++;
      }
    }
    assertThat(announcements).isPositive();

    topic.sendChanges(
        new WriteSide(KNOWN_AT.plusSeconds(5))
            .append(Told.of("exported-later", "exported-later-1").on("2020-06-10").event()));
    Api.waitForVersion("exported-later", 1);
    assertThat(withoutSeq(Api.ask("/v1/export?knownAt=" + KNOWN_AT).asString()))
        .isEqualTo(withoutSeq(text));
  }

  @Test
  void exportIsLinesAndNothingElse() {
    assertThat(Api.ask("/v1/export").contentType()).startsWith("application/x-ndjson");
    assertThat(Api.ask("/v1/export.ndjson").contentType()).startsWith("application/x-ndjson");
    assertThat(Api.ask("/v1/export.csv").statusCode()).isEqualTo(406);
  }

  @Test
  void timeThatIsNotFinalIsRefused() {
    Response refused = Api.ask("/v1/export?knownAt=" + Instant.now().minusSeconds(1));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("knownAt");
  }

  /** Where it is the feed's head and not that of the known time. */
  private static String withoutSeq(String text) {
    return text.replaceAll("\"seq\":\\d+", "");
  }

  private static List<JsonNode> lines(String text) throws JsonProcessingException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      lines.add(Json.MAPPER.readTree(line));
    }
    return lines;
  }

  private static Set<String> companies(List<JsonNode> lines) {
    Set<String> companies = new HashSet<>();
    for (JsonNode line : lines) {
      if (line.get("type").asText().equals("company")) {
        companies.add(line.get("company").asText());
      }
    }
    return companies;
  }

  private static List<JsonNode> of(List<JsonNode> lines, String type, String company) {
    return lines.stream()
        .filter(line -> line.get("type").asText().equals(type))
        .filter(line -> line.get("company").asText().equals(company))
        .map(line -> without(line, "type", "company"))
        .toList();
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }

  private static JsonNode without(JsonNode node, String... fields) {
    return ((ObjectNode) node.deepCopy()).without(List.of(fields));
  }
}
