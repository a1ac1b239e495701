package ai.policytracker.ingest.article;

import static ai.policytracker.ingest.article.Articles.PATH;
import static ai.policytracker.ingest.article.Articles.article;
import static ai.policytracker.ingest.article.Articles.json;
import static ai.policytracker.ingest.article.Articles.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.ingest.StackResource;
import ai.policytracker.ingest.Tables;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class UploadIT {
  private static final String NDJSON = "application/x-ndjson";

  @Inject Tables tables;

  @Test
  void aBadLineDoesNotStopTheRest() {
    List<JsonNode> answers =
        upload(
            json(article("line 1")),
            "{broken",
            "",
            json(Map.of("title", "no text")),
            "{\"text\":\"" + "a".repeat(1_500_000) + "\"}",
            json(article("line 1")),
            json(article("line 7")));

    assertThat(answers).extracting(a -> a.get("line").intValue()).containsExactly(1, 2, 4, 5, 6, 7);
    assertThat(answers)
        .extracting(a -> a.get("status").intValue())
        .containsExactly(201, 400, 400, 413, 200, 201);
    assertThat(answers.get(0).get("articleId")).isEqualTo(answers.get(4).get("articleId"));
    assertThat(answers.get(0).get("claims")).isEqualTo(answers.get(4).get("claims")).isNotEmpty();
    assertThat(answers.get(2).at("/problem/errors/0/pointer").asText()).isEqualTo("/text");
    assertThat(answers.get(3).at("/problem/type").asText())
        .isEqualTo("urn:policy-tracker:problem:invalid-request");
  }

  @Test
  void manyLinesAreAnsweredInTheirOrder() {
    List<String> lines = new ArrayList<>();
    for (int line = 1; line <= 200; line++) {
      lines.add(json(article("many " + line)));
    }

    List<JsonNode> answers = upload(lines.toArray(String[]::new));

    assertThat(answers).hasSize(200).allMatch(a -> a.get("status").intValue() == 201);
    assertThat(answers)
        .extracting(a -> a.get("line").intValue())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(tables.column("SELECT count(*) FROM article WHERE title LIKE 'many %'"))
        .containsExactly("200");
  }

  @Test
  void ofTwoVersionsInOneUploadTheLaterLineStands() {
    for (int round = 1; round <= 10; round++) {
      Map<String, String> page =
          with(article("page " + round), "url", "https://example.org/page/" + round);

      List<JsonNode> answers =
          upload(json(page), json(with(page, "text", Articles.TEXT + "\n\nCorrected.")));

      assertThat(supersededBy(answers.get(0))).as("round %d", round).isEqualTo(id(answers.get(1)));
      assertThat(supersededBy(answers.get(1))).as("round %d", round).isNull();
    }
  }

  private static String id(JsonNode answer) {
    return answer.get("articleId").asText();
  }

  private static String supersededBy(JsonNode answer) {
    return given().get(PATH + "/" + id(answer)).jsonPath().getString("closings[0].supersededBy");
  }

  /** A sender that waits for each answer before it sends the next line must not wait for ever. */
  @Test
  @Timeout(60)
  void aLineIsAnsweredBeforeTheNextOneIsSent() throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      OutputStream out = socket.getOutputStream();
      BufferedReader in = reader(socket.getInputStream());
      send(
          out,
          "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n"
              .formatted(PATH, NDJSON));
      for (int line = 1; line <= 3; line++) {
        sendChunk(out, json(article("dialogue " + line)) + "\n");
        assertThat(nextAnswer(in)).contains("\"line\":" + line + ",\"status\":201");
      }
      send(out, "0\r\n\r\n");
    }
  }

  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void sendChunk(OutputStream out, String text) throws IOException {
    send(out, "%x\r\n%s\r\n".formatted(text.getBytes(StandardCharsets.UTF_8).length, text));
  }

  private static String nextAnswer(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (!line.startsWith("{")) {
      line = in.readLine();
    }
    return line;
  }

  private static List<JsonNode> upload(String... lines) {
    return given()
        .contentType(NDJSON)
        .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
        .post(PATH)
        .body()
        .asString()
        .lines()
        .map(UploadIT::parse)
        .toList();
  }

  private static JsonNode parse(String line) {
    try {
      return Json.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }
}
