package ai.policytracker.query.project;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.RandomHistory;
import ai.policytracker.query.WriteSide;
import ai.policytracker.query.WriteSide.Held;
import ai.policytracker.query.WriteSide.Known;
import ai.policytracker.query.answer.Csv;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** JSON, NDJSON, CSV, the matrix and the export say what the fold in memory knew. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class FormsAgreeIT {
  /** Before the times of other tests, so that what they left unfinished does not matter. */
  private static final Instant START = Instant.parse("2025-02-01T00:00:00Z");

  private static final int HISTORIES = Integer.getInteger("tracker.histories", 10);
  private static final int SAMPLES = 6;

  @Inject ChangesTopic topic;

  @Test
  void everyFormSaysWhatTheFoldKnew() throws JsonProcessingException {
    List<WriteSide> writeSides = new ArrayList<>();
    for (int seed = 0; seed < HISTORIES; seed++) {
      WriteSide writeSide = new WriteSide(START.plusSeconds(seed));
      writeSide.appendAll(RandomHistory.of(new Random(seed), "forms-" + seed));
      topic.sendChanges(writeSide.changes());
      writeSides.add(writeSide);
    }
    writeSides.forEach(w -> w.companies().forEach(c -> Api.waitForChanges(c, w.version(c))));
    Instant last = START.plusSeconds(HISTORIES + 60);
    topic.heartbeat(last);
    Api.waitUntil("a final time", () -> Api.ask("/v1/export?knownAt=" + last).statusCode() == 200);

    int ofCompanies = 0;
    int ofMatrices = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      Random random = new Random(seed);
      for (int i = 0; i < SAMPLES; i++) {
        Sample sample = Sample.of(seed, random, writeSides.get(seed));
        List<JsonNode> export = lines(Api.ask("/v1/export?knownAt=" + sample.known().from()));
        export.removeIf(line -> !line.get("type").asText().equals("position"));
        export.removeIf(line -> !sample.isInForce(line));
        if (sample.known().aliases().resolve(sample.company()).equals(sample.company())) {
          ofCompanies += compareCompany(sample, export);
        }
        ofMatrices += compareMatrix(sample, export, writeSides.get(seed).companies());
      }
    }

    assertThat(ofCompanies).isGreaterThan(HISTORIES);
    assertThat(ofMatrices).isGreaterThan(HISTORIES);
  }

  /** How many positions were compared. */
  private static int compareCompany(Sample sample, List<JsonNode> export)
      throws JsonProcessingException {
    List<String> known = gists(sample.answersOfCompany(), sample.known());
    String path = "/v1/companies/" + sample.company() + "/positions";
    String asked = "?" + sample.ofCompany();

    List<JsonNode> json = list(Api.get(path + asked).get("positions"));
    List<JsonNode> lines = lines(Api.ask(path + ".ndjson" + asked));
    lines.removeIf(line -> !line.get("list").asText().equals("positions"));

    assertThat(gists(json))
        .as("%s, %s", sample.name(), asked)
        .containsExactlyInAnyOrderElementsOf(known)
        .isEqualTo(gists(lines));
    assertThat(table(path + ".csv" + asked, "positions")).as(sample.name()).isEqualTo(rows(json));
    List<String> exported =
        gists(
            export.stream()
                .filter(line -> line.get("company").asText().equals(sample.company()))
                .toList());
    assertThat(exported).as(sample.name()).containsAll(known);
    return json.size();
  }

  private static int compareMatrix(Sample sample, List<JsonNode> export, Set<String> companies)
      throws JsonProcessingException {
    List<String> known = gists(sample.answersOfMatrix(), sample.known());
    // Of this history alone, whatever other tests have left.
    String others = sample.filters().containsKey("company") ? "" : ofThese(companies);
    String asked = "?" + sample.ofMatrix() + others;

    List<JsonNode> json = pages("/v1/positions" + asked + "&limit=3");
    List<JsonNode> exported =
        export.stream()
            .filter(line -> companies.contains(line.get("company").asText()))
            .filter(sample::isAsked)
            .toList();

    assertThat(gists(exported)).as(sample.name()).containsExactlyInAnyOrderElementsOf(known);
    assertThat(rows(json))
        .as(sample.name())
        .containsExactlyInAnyOrderElementsOf(rows(exported))
        .isEqualTo(table("/v1/positions.csv" + asked + "&limit=500", null));
    assertThat(lines(Api.ask("/v1/positions.ndjson" + asked + "&limit=500"))).isEqualTo(json);
    return json.size();
  }

  private static String ofThese(Set<String> companies) {
    return "&company=" + String.join(",", companies);
  }

  private static List<JsonNode> pages(String asked) {
    List<JsonNode> items = new ArrayList<>();
    String more = "";
    while (more != null) {
      JsonNode page = Api.get(asked + more);
      page.get("items").forEach(items::add);
      more = page.get("next").isNull() ? null : "&cursor=" + page.get("next").asText();
    }
    return items;
  }

  private static List<String> gists(List<Held> held, Known known) {
    return held.stream().map(h -> Gist.of(h, known)).toList();
  }

  private static List<String> gists(List<JsonNode> positions) {
    return positions.stream().map(Gist::of).toList();
  }

  private static List<String> rows(List<JsonNode> positions) {
    return positions.stream().map(p -> row(f -> p.at(f).asText(""))).toList();
  }

  /** What tables and matrix have too, by JSON pointers. */
  private static String row(Function<String, String> field) {
    return String.join(
        " ",
        List.of(
            field.apply("/subject/technology"),
            field.apply("/subject/activity"),
            field.apply("/subject/audience"),
            field.apply("/subject/jurisdiction"),
            field.apply("/status"),
            field.apply("/validFrom"),
            field.apply("/validTo"),
            field.apply("/until/date"),
            field.apply("/until/condition"),
            field.apply("/announcement"),
            field.apply("/standing"),
            field.apply("/confidence"),
            field.apply("/sourceCount")));
  }

  /**
   * @param list null where the table has one alone
   */
  private static List<String> table(String address, String list) {
    List<List<String>> cells = Csv.read(Api.ask(address).asString());
    List<String> columns = cells.getFirst();
    return cells.subList(1, cells.size()).stream()
        .filter(row -> list == null || row.get(columns.indexOf("list")).equals(list))
        .map(row -> row(f -> row.get(columns.indexOf(f.substring(1).replace('/', '.')))))
        .toList();
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }

  private static List<JsonNode> lines(Response response) throws JsonProcessingException {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    List<JsonNode> lines = new ArrayList<>();
    for (String line : response.asString().lines().toList()) {
      lines.add(Json.MAPPER.readTree(line));
    }
    return lines;
  }
}
