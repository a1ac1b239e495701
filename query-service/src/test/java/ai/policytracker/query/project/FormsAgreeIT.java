package ai.policytracker.query.project;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Technology;
import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.RandomHistory;
import ai.policytracker.query.WriteSide;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

  /** What one question is about. */
  private record Sample(
      String name, String company, LocalDate asOf, Known known, Technology technology) {
    String times() {
      return "asOf=" + asOf + "&knownAt=" + known.from();
    }

    boolean isAsked(JsonNode position) {
      String of = position.get("subject").get("technology").asText();
      return technology == null || technology.slug().equals(of);
    }

    boolean isInForce(JsonNode stretch) {
      LocalDate from = LocalDate.parse(stretch.get("validFrom").asText());
      JsonNode to = stretch.get("validTo");
      return !asOf.isBefore(from) && (to.isNull() || asOf.isBefore(LocalDate.parse(to.asText())));
    }
  }

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

    int compared = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      for (Sample sample : samples(seed, writeSides.get(seed))) {
        compared += compare(sample);
      }
    }

    assertThat(compared).isGreaterThan(HISTORIES);
  }

  private static List<Sample> samples(int seed, WriteSide writeSide) {
    Random random = new Random(seed);
    List<String> companies = writeSide.companies().stream().sorted().toList();
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      String company = companies.get(random.nextInt(companies.size()));
      Known known = writeSide.known().get(random.nextInt(writeSide.known().size()));
      LocalDate asOf = RandomHistory.anyDay(random);
      Technology technology = random.nextBoolean() ? null : Technology.values()[random.nextInt(3)];
      String name = "seed %d: %s, %s, %s".formatted(seed, company, asOf, known.from());
      if (known.aliases().resolve(company).equals(company)) {
        samples.add(new Sample(name, company, asOf, known, technology));
      }
    }
    return samples;
  }

  /** How many positions were compared. */
  private static int compare(Sample sample) throws JsonProcessingException {
    String filter = sample.technology() == null ? "" : "&technology=" + sample.technology().slug();
    List<String> known =
        sample.known().inForce(sample.company(), sample.asOf()).stream()
            .filter(held -> held.segment().stance() == null)
            .filter(
                held ->
                    sample.technology() == null
                        || held.subject().technology() == sample.technology())
            .map(held -> Gist.of(held, sample.known()))
            .toList();
    String path = "/v1/companies/" + sample.company() + "/positions";
    String asked = "?" + sample.times() + filter;

    List<JsonNode> json = list(Api.get(path + asked).get("positions"));
    List<JsonNode> lines = lines(Api.ask(path + ".ndjson" + asked));
    lines.removeIf(line -> !line.get("list").asText().equals("positions"));
    assertThat(gists(json))
        .as(sample.name())
        .containsExactlyInAnyOrderElementsOf(known)
        .isEqualTo(gists(lines))
        .containsExactlyInAnyOrderElementsOf(gists(exported(sample)));
    assertThat(table(path + ".csv" + asked, "positions"))
        .as(sample.name())
        .isEqualTo(json.stream().map(p -> row(field -> p.at(field).asText(""))).toList());

    String matrix = "?company=" + sample.company() + "&" + sample.times() + filter;
    List<JsonNode> items = list(Api.get("/v1/positions" + matrix).get("items"));
    List<String> ofMatrix = items.stream().map(p -> row(f -> p.at(f).asText(""))).toList();
    assertThat(ofMatrix)
        .as(sample.name())
        .containsExactlyInAnyOrderElementsOf(
            json.stream().map(p -> row(f -> p.at(f).asText(""))).toList())
        .isEqualTo(table("/v1/positions.csv" + matrix, null));
    assertThat(lines(Api.ask("/v1/positions.ndjson" + matrix))).isEqualTo(items);
    return json.size();
  }

  private static List<JsonNode> exported(Sample sample) throws JsonProcessingException {
    List<JsonNode> stretches = lines(Api.ask("/v1/export?knownAt=" + sample.known().from()));
    stretches.removeIf(
        line ->
            !line.get("type").asText().equals("position")
                || !line.get("company").asText().equals(sample.company())
                || !sample.isAsked(line)
                || !sample.isInForce(line));
    return stretches;
  }

  private static List<String> gists(List<JsonNode> positions) {
    return positions.stream().map(Gist::of).toList();
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
