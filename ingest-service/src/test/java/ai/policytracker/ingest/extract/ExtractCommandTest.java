package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExtractCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String input) throws IOException {
    return new ExtractCommand()
        .run(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void oneLineForEachArticle() throws IOException {
    int bad =
        run(
            """
            {"id":"a","publishedAt":"2020-06-12","text":"Amazon announced a one-year ban on police use of Rekognition."}
            {"id":"b","text":"Nothing of note happened."}
            """);

    String[] lines = out.toString(StandardCharsets.UTF_8).split("\\R");
    JsonNode claim = Json.MAPPER.readTree(lines[0]).path("claims").get(0);
    assertThat(bad).isZero();
    assertThat(lines).hasSize(2);
    assertThat(claim.path("kind").textValue()).isEqualTo("PAUSE");
    assertThat(claim.path("until").toString()).isEqualTo("{\"duration\":\"P1Y\"}");
    assertThat(Json.MAPPER.readTree(lines[1]).toString()).isEqualTo("{\"id\":\"b\",\"claims\":[]}");
  }

  @Test
  void badLinesAreToldAndTheRestIsRead() throws IOException {
    int bad =
        run(
            """
            {"id":"a","text":
            {"id":"b"}
            {"id":"c","text":"x","publishedAt":"soon"}
            {"id":"d","text":"Fine."}
            """);

    assertThat(bad).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 1:", "line 2: text", "line 3:");
    assertThat(out.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("{\"id\":\"d\",\"claims\":[]}");
  }

  @Test
  void anArticleWithoutAnIdIsNamedAfterItsLine() throws IOException {
    int bad = run("\n{\"text\":\"Fine.\"}\n");

    assertThat(bad).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("{\"id\":\"2\",\"claims\":[]}");
  }
}
