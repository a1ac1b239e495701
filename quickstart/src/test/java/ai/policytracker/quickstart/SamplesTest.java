package ai.policytracker.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.quickstart.process.CannotStartException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private FakeService service;

  @BeforeEach
  void start() throws IOException {
    service = FakeService.start();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void waitsUntilEveryClaimIsInTheChangeLog() throws IOException {
    Path articles =
        Files.writeString(folder.resolve("articles"), "{\"a\":1}\n{\"b\":2}\n{\"c\":3}\n");

    samples().ingest(articles);

    assertThat(shownLines())
        .contains("Ingesting: 3 of 3 articles, 3 claims")
        .containsSubsequence("Folding: 1 of 3 claims", "Folding: 3 of 3 claims");
  }

  @Test
  void refusedArticleIsNamedWithTheReason() throws IOException {
    Path articles = Files.writeString(folder.resolve("articles"), "{\"a\":1}\n{\"refuse\":2}\n");

    assertThatThrownBy(() -> samples().ingest(articles))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("Article 2")
        .hasMessageContaining("text is missing");
  }

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> samples().ingest(folder.resolve("none")))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("sample articles");
  }

  @Test
  void tableShowsPositionsAsExactlyAsTheyAreKnown() {
    assertThat(PositionsTable.read(service.http()))
        .containsExactly(
            "COMPANY  SUBJECT                                           STATUS  FROM     TO"
                + "              STANDING   SOURCES",
            "amazon   facial-recognition · PROVISION · law-enforcement  PAUSED  2020-06  on a"
                + " condition  CONFIRMED  2");
  }

  private Samples samples() {
    Console console = new Console(new PrintStream(shown, true, StandardCharsets.UTF_8), true);
    return new Samples(service.http(), service.http(), console);
  }

  private List<String> shownLines() {
    return List.of(shown.toString(StandardCharsets.UTF_8).split("\r\\u001B\\[K"));
  }
}
