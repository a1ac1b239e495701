package ai.policytracker.policy;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The labelled corpus, and the events that its required labels stand for. */
final class GoldCorpus {
  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");

  private GoldCorpus() {}

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

  static InputStream open(String file) {
    return Objects.requireNonNull(GoldCorpus.class.getResourceAsStream("/corpus/" + file), file);
  }

  static List<PolicyEvent> events() throws IOException {
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
}
