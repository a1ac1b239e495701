package ai.policytracker.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class FormatsIT {
  @Inject ChangesTopic topic;

  private void tell(String company, int times) {
    WriteSide writeSide = new WriteSide(Instant.parse("2026-01-01T00:00:00Z"));
    for (int i = 1; i <= times; i++) {
      writeSide.append(Told.of(company, company + "-" + i).on("2020-06-" + (9 + i)).event());
    }
    topic.sendChanges(writeSide.changes());
    Api.get("/v1/companies/" + company + "?minVersion=" + times);
  }

  private static Response accepting(String type, String path) {
    return RestAssured.given().urlEncodingEnabled(false).header("Accept", type).get(path);
  }

  @Test
  void formatsOfAListSayTheSame() throws JsonProcessingException {
    tell("formats", 2);
    for (String path :
        List.of(
            "/v1/changes?company=formats",
            "/v1/companies/formats/timeline",
            "/v1/companies/formats/positions?asOf=2020-06-30",
            "/v1/positions?company=formats&asOf=2020-06-30",
            "/v1/positions?company=formats&asOf=2020-06-30&groupBy=status,jurisdiction",
            "/v1/stances?company=formats",
            "/v1/topics",
            "/v1/search?q=formats",
            "/v1/companies?limit=500")) {
      JsonNode json = Api.get(path);
      List<JsonNode> lines = lines(accepting("application/x-ndjson", path));
      List<List<String>> table = Csv.read(accepting("text/csv", path).asString());

      List<JsonNode> items = new ArrayList<>();
      for (String list : List.of("items", "positions", "groups", "stances", "pending")) {
        json.path(list).forEach(items::add);
      }
      assertThat(lines).as(path).hasSameSizeAs(items);
      assertThat(table).as(path).hasSize(items.size() + 1);
      for (int i = 0; i < items.size(); i++) {
        JsonNode item = items.get(i);
        JsonNode line = lines.get(i);
        item.properties().forEach(f -> assertThat(line.get(f.getKey())).isEqualTo(f.getValue()));
        List<String> names = table.getFirst();
        for (int column = 0; column < names.size(); column++) {
          if (!names.get(column).equals("list")) {
            JsonNode value = item.at("/" + names.get(column).replace('.', '/'));
            String text = value.isValueNode() ? value.asText("") : value.toString();
            assertThat(table.get(i + 1).get(column))
                .as("%s %s", path, names.get(column))
                .isEqualTo(value.isNull() || value.isMissingNode() ? "" : text);
          }
        }
      }
    }
  }

  private static List<JsonNode> lines(Response response) throws JsonProcessingException {
    assertThat(response.contentType()).startsWith("application/x-ndjson");
    List<JsonNode> lines = new ArrayList<>();
    for (String line : response.asString().lines().toList()) {
      lines.add(Json.MAPPER.readTree(line));
    }
    return lines;
  }

  @Test
  void suffixAsksForAFormatAsTheAcceptHeaderDoes() {
    tell("suffixed", 1);
    String query = "?company=suffixed";

    Response csv = Api.ask("/v1/changes.csv" + query);

    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.contentType()).startsWith("text/csv");
    assertThat(csv.header("Vary")).contains("Accept");
    assertThat(csv.asString()).isEqualTo(accepting("text/csv", "/v1/changes" + query).asString());
    assertThat(Api.ask("/v1/changes.ndjson" + query).contentType())
        .startsWith("application/x-ndjson");
    assertThat(Api.ask("/v1/changes.json" + query).contentType()).startsWith("application/json");
    assertThat(accepting("application/atom+xml", "/v1/changes" + query).contentType())
        .startsWith("application/atom+xml");
    assertThat(Api.ask("/v1/companies/suffixed.csv").statusCode()).isEqualTo(406);
    assertThat(accepting("image/png", "/v1/changes").statusCode()).isEqualTo(406);
    assertThat(accepting("text/html,*/*;q=0.8", "/v1/changes").contentType())
        .startsWith("application/json");
  }
}
