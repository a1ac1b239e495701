package ai.policytracker.query.change;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.RandomHistory;
import ai.policytracker.query.WriteSide;
import ai.policytracker.query.answer.Csv;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is filtered by: JSON, NDJSON and CSV tell the changes that the fold made. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class ChangeFormsAgreeIT {
  private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
  private static final int HISTORIES = 8;
  private static final int FILTERS = 60;

  @Inject ChangesTopic topic;

  @Test
  void everyFormTellsTheChangesThatTheFoldMade() throws JsonProcessingException {
    List<Change> all = new ArrayList<>();
    for (int seed = 0; seed < HISTORIES; seed++) {
      WriteSide writeSide =
          new WriteSide(START).appendAll(RandomHistory.of(new Random(seed), "told-" + seed));
      topic.sendChanges(writeSide.changes());
      writeSide.companies().forEach(c -> Api.waitForChanges(c, writeSide.version(c)));
      all.addAll(writeSide.changes());
    }
    List<String> companies = all.stream().map(Change::company).distinct().sorted().toList();

    int told = 0;
    for (int seed = 0; seed < FILTERS; seed++) {
      told += compare(seed, filter(new Random(seed), companies), all);
    }

    assertThat(told).isGreaterThan(FILTERS);
  }

  /** How many changes fit. */
  private static int compare(int seed, Map<String, List<String>> filter, List<Change> all)
      throws JsonProcessingException {
    List<String> made =
        all.stream().filter(change -> fits(filter, change)).map(Change::changeId).toList();
    String asked =
        filter.entrySet().stream()
            .map(field -> field.getKey() + "=" + String.join(",", field.getValue()))
            .collect(Collectors.joining("&", "?", ""));

    JsonNode json = Api.get("/v1/changes" + asked + "&limit=1000").get("items");
    List<String> lines =
        Api.ask("/v1/changes.ndjson" + asked + "&limit=1000").asString().lines().toList();
    List<List<String>> table =
        Csv.read(Api.ask("/v1/changes.csv" + asked + "&limit=1000").asString());

    List<String> ids = json.findValuesAsText("changeId");
    assertThat(ids).as("seed %d: %s", seed, asked).containsExactlyInAnyOrderElementsOf(made);
    List<JsonNode> ofLines = new ArrayList<>();
    for (String line : lines) {
      ofLines.add(Json.MAPPER.readTree(line));
    }
    assertThat(ofLines).as("seed %d: %s", seed, asked).containsExactlyElementsOf(json);
    int column = table.getFirst().indexOf("changeId");
    assertThat(table.stream().skip(1).map(row -> row.get(column)).toList())
        .as("seed %d: %s", seed, asked)
        .isEqualTo(ids);
    return made.size();
  }

  /** Always some companies: other tests write to the same feed. */
  private static Map<String, List<String>> filter(Random random, List<String> companies) {
    Map<String, List<String>> filter = new TreeMap<>();
    filter.put(
        "company",
        random.nextBoolean()
            ? companies
            : List.of(companies.get(random.nextInt(companies.size()))));
    put(filter, "technology", random, texts(Technology.values(), Technology::slug));
    put(filter, "audience", random, texts(Audience.values(), Audience::slug));
    put(filter, "jurisdiction", random, List.of("US", "EU", "GB"));
    put(filter, "type", random, texts(ChangeType.values(), ChangeType::name));
    put(filter, "status", random, texts(Status.values(), Status::name));
    put(filter, "standing", random, texts(Standing.values(), Standing::name));
    if (random.nextInt(4) == 0) {
      filter.put(
          "minConfidence", List.of(List.of("0", "0.5", "0.8", "0.95", "1").get(random.nextInt(5))));
    }
    return filter;
  }

  private static <E> List<String> texts(E[] values, Function<E, String> text) {
    return Arrays.stream(values).map(text).toList();
  }

  private static void put(
      Map<String, List<String>> filter, String name, Random random, List<String> values) {
    List<String> chosen = values.stream().filter(v -> random.nextInt(3) > 0).toList();
    if (random.nextInt(4) == 0 && !chosen.isEmpty()) {
      filter.put(name, chosen);
    }
  }

  /** The filter's words, read from the change itself. */
  private static boolean fits(Map<String, List<String>> filter, Change change) {
    var claim = change.announced() == null ? null : change.announced().claim();
    Stream<String> places =
        Stream.concat(
            of(change, Segment::jurisdiction),
            claim == null
                ? Stream.empty()
                : Stream.of(
                    claim.jurisdiction(),
                    claim.target() == null ? null : claim.target().jurisdiction()));
    double surest =
        Stream.concat(
                of(change, Segment::confidence), Stream.ofNullable(claim).map(c -> c.confidence()))
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(-1);
    return isAsked(filter, "company", Stream.of(change.company()))
        && isAsked(filter, "technology", technologies(change))
        && isAsked(
            filter,
            "audience",
            Stream.ofNullable(change.subject())
                .map(s -> s.audience())
                .filter(Objects::nonNull)
                .map(Audience::slug))
        && isAsked(filter, "jurisdiction", places)
        && isAsked(filter, "type", Stream.of(change.type().name()))
        && isAsked(filter, "status", of(change, Segment::status).map(Status::name))
        && isAsked(filter, "standing", of(change, Segment::standing).map(Standing::name))
        && surest
            >= Double.parseDouble(filter.getOrDefault("minConfidence", List.of("-1")).getFirst());
  }

  private static Stream<String> technologies(Change change) {
    return Stream.ofNullable(ChangeTags.technologyOf(change)).map(Technology::slug);
  }

  /** Of the positions before, after and begun or ended, what is there. */
  private static <T> Stream<T> of(Change change, Function<Segment, T> field) {
    return Stream.of(
            change.difference().before(),
            change.difference().after(),
            change.reached() == null ? List.<Segment>of() : List.of(change.reached()))
        .flatMap(List::stream)
        .map(field)
        .filter(Objects::nonNull);
  }

  private static boolean isAsked(
      Map<String, List<String>> filter, String name, Stream<String> values) {
    return !filter.containsKey(name) || values.anyMatch(filter.get(name)::contains);
  }
}
