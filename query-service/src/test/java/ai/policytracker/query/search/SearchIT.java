package ai.policytracker.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.Told;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class SearchIT {
  private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
  private static final int ODD_QUERIES = 300;

  @Inject ChangesTopic topic;

  @Test
  void searchFindsCompaniesTopicsAndQuotes() {
    topic.project(START, Told.of("quotable", "quotable-1").on("2020-06-10"));

    assertThat(types("quotable")).startsWith("COMPANY").contains("QUOTE");
    assertThat(types("facial%20recognition")).startsWith("TOPIC");
    assertThat(types("zebras")).isEmpty();
    JsonNode quote = hits("%22quotable%20said%22").getLast();
    assertThat(quote.get("company").asText()).isEqualTo("quotable");
    assertThat(quote.get("quote").get("texts").get(0).asText()).contains("quotable said so");
    assertThat(quote.get("quote").get("articleId").asText()).isEqualTo("quotable-1");
    assertThat(Api.get("/v1/search?q=quotable&knownAt=" + START.minusSeconds(1)).get("items"))
        .isEmpty();
  }

  private static List<String> types(String q) {
    return hits(q).stream().map(hit -> hit.get("type").asText()).toList();
  }

  private static List<JsonNode> hits(String q) {
    List<JsonNode> hits = new ArrayList<>();
    Api.get("/v1/search?limit=1000&q=" + q).get("items").forEach(hits::add);
    return hits;
  }

  @Test
  void searchTakesAnyText() {
    Random random = new Random(11);
    String pieces = "'\"\\%_-!&|()<>:*;,.$?#/ \t\nñ漢😀\u0001\u200Fa1 or and not";
    for (int i = 0; i < ODD_QUERIES; i++) {
      StringBuilder q = new StringBuilder("x");
      int length = random.nextInt(60);
      for (int c = 0; c < length; c++) {
        q.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      String encoded = URLEncoder.encode(q.toString(), StandardCharsets.UTF_8);
      assertThat(Api.ask("/v1/search?limit=5&q=" + encoded).statusCode())
          .as("seed 11, query %d: %s", i, encoded)
          .isEqualTo(200);
    }
    for (String refused : List.of("", "?q=", "?q=%20", "?q=%00", "?q=" + "x".repeat(201))) {
      assertThat(Api.ask("/v1/search" + refused).statusCode()).as(refused).isEqualTo(400);
    }
  }
}
