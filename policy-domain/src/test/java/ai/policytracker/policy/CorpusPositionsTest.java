package ai.policytracker.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.Ids;
import ai.policytracker.event.Mention;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Precision;
import ai.policytracker.event.SourceArticle;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The labelled corpus, folded from its claims, gives the positions that its labels expect. What
 * differs is listed in {@code corpus/explained.txt}, with the rule that makes it so; the list may
 * only get shorter.
 */
class CorpusPositionsTest {
  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");

  private static List<JsonNode> lines(String file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(Json.MAPPER.readTree(line));
      }
    }
    return lines;
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(
        CorpusPositionsTest.class.getResourceAsStream("/corpus/" + file), file);
  }

  private static List<PolicyEvent> events() throws IOException {
    Map<String, JsonNode> articles = new HashMap<>();
    lines("articles.ndjson").forEach(a -> articles.put(a.get("id").textValue(), a));
    List<PolicyEvent> events = new ArrayList<>();
    Map<String, ClaimAnnounced> byGoldId = new HashMap<>();
    List<String> retracted = new ArrayList<>();
    for (JsonNode gold : lines("gold.ndjson")) {
      JsonNode article = articles.get(gold.get("id").textValue());
      String story =
          gold.has("copyOf") ? gold.get("copyOf").textValue() : gold.get("id").textValue();
      for (JsonNode label : gold.get("claims")) {
        if (label.get("required").booleanValue()) {
          ClaimAnnounced event = event(article, story, label);
          byGoldId.put(label.get("id").textValue(), event);
          events.add(event);
        }
      }
      gold.path("retracts").forEach(id -> retracted.add(id.textValue()));
    }
    for (String id : retracted) {
      ClaimAnnounced taken = byGoldId.get(id);
      if (taken != null) {
        events.add(
            EventCodec.withEventId(
                new ClaimRetracted(
                    "-",
                    taken.claimId(),
                    taken.company(),
                    1,
                    RECEIVED,
                    ClaimRetracted.Reason.TAKEN_BACK,
                    null)));
      }
    }
    return events;
  }

  private static ClaimAnnounced event(JsonNode article, String story, JsonNode label)
      throws IOException {
    ObjectNode json = label.deepCopy();
    json.remove(List.of("id", "announcement", "required", "accept"));
    json.properties().removeIf(field -> field.getValue().isNull());
    for (String object : List.of("announcedOn", "until", "target")) {
      if (json.get(object) instanceof ObjectNode fields) {
        fields.properties().removeIf(field -> field.getValue().isNull());
      }
    }
    AnnouncedOn on = Json.MAPPER.treeToValue(json.get("announcedOn"), AnnouncedOn.class);
    boolean standing = on.precision() == Precision.UNKNOWN && on.weekday() == null;
    json.put("mention", (standing ? Mention.BACKGROUND : Mention.NEWS).name());
    json.put("confidence", 0.9);
    if (json.get("until") instanceof ObjectNode until && !until.has("indefinite")) {
      until.put("indefinite", false);
    }
    Claim claim = Json.MAPPER.treeToValue(json, Claim.class);
    String id = article.get("id").textValue();
    return (ClaimAnnounced)
        EventCodec.withEventId(
            new ClaimAnnounced(
                "-",
                Ids.of("gold", label.get("id").textValue()),
                1,
                RECEIVED,
                "gold",
                false,
                new SourceArticle(
                    id,
                    article.path("url").textValue(),
                    article.path("publisher").textValue(),
                    null,
                    null,
                    article.path("publishedAt").textValue(),
                    article.path("title").textValue(),
                    "en",
                    Ids.textHash(id),
                    List.of("story-" + story)),
                claim));
  }

  @Test
  void theGoldClaimsGiveTheExpectedPositions() throws IOException {
    Fold fold = Fold.replay(events());
    List<String> differences = new ArrayList<>();
    for (JsonNode expected : Json.MAPPER.readTree(open("positions.json"))) {
      LocalDate asOf = LocalDate.parse(expected.get("asOf").textValue());
      Rows rows = new Rows(fold, asOf);
      expected.get("positions").forEach(row -> rows.comparePosition(row, differences));
      expected.get("stances").forEach(row -> rows.compareStance(row, differences));
      rows.unexpected().forEach(row -> differences.add(row.strip()));
    }
    assertThat(differences).containsExactlyInAnyOrderElementsOf(explained());
  }

  private static List<String> explained() throws IOException {
    try (InputStream file = open("explained.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.substring(0, line.indexOf(" => ")))
          .toList();
    }
  }

  /** What the fold says of one day. */
  private static final class Rows {
    private final LocalDate asOf;
    private final List<Row> rows = new ArrayList<>();
    private final Set<Row> seen = new HashSet<>();

    private record Row(Subject subject, Segment segment) {}

    Rows(Fold fold, LocalDate asOf) {
      this.asOf = asOf;
      fold.subjects()
          .forEach(
              (subject, of) ->
                  of.segments().stream()
                      .filter(s -> !s.validFrom().isAfter(asOf))
                      .filter(s -> s.validTo() == null || s.validTo().isAfter(asOf))
                      .forEach(s -> rows.add(new Row(subject, s))));
    }

    void comparePosition(JsonNode expected, List<String> differences) {
      String key =
          String.join(
              "/",
              expected.get("company").textValue(),
              expected.get("technology").textValue(),
              expected.get("activity").textValue(),
              expected.get("audience").textValue(),
              "-");
      String place = expected.get("jurisdiction").textValue();
      List<Row> found =
          rows.stream()
              .filter(r -> r.subject().key().equals(key))
              .filter(r -> Objects.equals(r.segment().jurisdiction(), place))
              .toList();
      List<Row> best =
          found.stream()
              .filter(r -> r.segment().kind().name().equals(expected.get("kind").textValue()))
              .toList();
      List<Row> candidates = best.isEmpty() ? found : best;
      if (candidates.isEmpty()) {
        if (!expected.path("optional").asBoolean()) {
          differences.add(asOf + " missing " + expected);
        }
        return;
      }
      List<String> closest = null;
      Row closestRow = null;
      for (Row row : candidates) {
        List<String> differing = differing(expected, row.segment());
        if (closest == null || differing.size() < closest.size()) {
          closest = differing;
          closestRow = row;
        }
      }
      seen.add(closestRow);
      if (!closest.isEmpty()) {
        differences.add(asOf + " " + key + "/" + place + ": " + closest);
      }
    }

    private static List<String> differing(JsonNode expected, Segment is) {
      List<String> differing = new ArrayList<>();
      field(differing, expected, "status", is.status().name());
      field(differing, expected, "kind", is.kind().name());
      field(differing, expected, "validFrom", is.validFrom().toString());
      boolean commitment = is.lane() == Lane.COMMITMENT;
      if (!commitment) {
        field(
            differing, expected, "validTo", is.validTo() == null ? null : is.validTo().toString());
      }
      if (expected.get("sources").intValue() != is.sourceCount()) {
        differing.add(
            "sources %s, expected %s".formatted(is.sourceCount(), expected.get("sources")));
      }
      Set<String> contested = new TreeSet<>();
      is.contested().forEach(c -> contested.add(c.field()));
      Set<String> wanted = new TreeSet<>();
      expected.get("contested").forEach(c -> wanted.add(c.textValue()));
      boolean accepted = contested.equals(wanted);
      for (JsonNode other : expected.path("accept").path("contested")) {
        Set<String> alternative = new TreeSet<>();
        other.forEach(c -> alternative.add(c.textValue()));
        accepted |= contested.equals(alternative);
      }
      if (!accepted) {
        differing.add("contested %s, expected %s".formatted(contested, wanted));
      }
      return differing;
    }

    private static void field(List<String> differing, JsonNode expected, String name, String is) {
      if (Objects.equals(expected.get(name).textValue(), is)) {
        return;
      }
      for (JsonNode accepted : expected.path("accept").path(name)) {
        if (Objects.equals(accepted.textValue(), is)) {
          return;
        }
      }
      differing.add("%s %s, expected %s".formatted(name, is, expected.get(name)));
    }

    void compareStance(JsonNode expected, List<String> differences) {
      List<Row> found =
          rows.stream()
              .filter(r -> r.segment().lane() == Lane.STANCE)
              .filter(r -> r.subject().company().equals(expected.get("company").textValue()))
              .filter(r -> r.segment().stance().name().equals(expected.get("stance").textValue()))
              .filter(
                  r -> r.segment().target().type().name().equals(expected.get("type").textValue()))
              .filter(
                  r ->
                      Objects.equals(
                          r.segment().jurisdiction(), expected.get("jurisdiction").textValue()))
              .filter(
                  r -> sameName(expected.get("target").textValue(), r.segment().target().name()))
              .toList();
      if (found.isEmpty()) {
        differences.add(asOf + " missing stance " + expected);
        return;
      }
      seen.addAll(found);
      Segment is = found.getFirst().segment();
      List<String> differing = new ArrayList<>();
      field(differing, expected, "validFrom", is.validFrom().toString());
      if (expected.get("sources").intValue() != is.sourceCount()) {
        differing.add(
            "sources %s, expected %s".formatted(is.sourceCount(), expected.get("sources")));
      }
      if (!differing.isEmpty()) {
        differences.add(
            asOf
                + " stance "
                + expected.get("company")
                + expected.get("target")
                + ": "
                + differing);
      }
    }

    private static boolean sameName(String expected, String is) {
      return is == null || Subjects.slug(expected).equals(Subjects.slug(is));
    }

    List<String> unexpected() {
      return rows.stream()
          .filter(r -> !seen.contains(r))
          .map(
              r ->
                  asOf
                      + " unexpected "
                      + r.subject().key()
                      + " "
                      + r.segment().jurisdiction()
                      + " "
                      + r.segment().status()
                      + r.segment().stance()
                      + " "
                      + r.segment().validFrom()
                      + " "
                      + (r.segment().target() == null ? "" : r.segment().target().name()))
          .toList();
    }
  }

  private static final class Subjects {
    static String slug(String name) {
      return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
  }
}
