package ai.policytracker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.evaluation.EvalCommand.Options;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandTest {
  private static final String MISSED = "MISS  s2 velorum PAUSE";
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir Path corpora;

  @BeforeEach
  void write() throws IOException {
    Sample.write(corpora.resolve("own/developed"));
    Sample.write(corpora.resolve("own/held-out"));
    Files.writeString(corpora.resolve("floors.properties"), "developed.recall = 0.5\n");
  }

  private boolean run(String... words) throws IOException {
    var printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new EvalCommand(corpora, Duration.ofMillis(1), printed).run(Options.of(words));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everySetThatIsThereIsScoredApart() throws IOException {
    boolean reached = run();

    assertThat(reached).isTrue();
    assertThat(printed())
        .contains("shared: no articles", "developed: 3 articles", "held-out: 3 articles")
        .containsPattern("all +1\\.000 +0\\.500 +0\\.667 +1 +0 +1")
        .contains("slot until           1.000   1 of 1", "evidence touches     1.000   1 of 1")
        .contains("false claims in the 1 articles without a claim: 0")
        .containsPattern("speed: \\d+ articles/s on one core")
        .doesNotContain(MISSED);
  }

  @Test
  void errorsOfTheHeldOutArticlesAreHiddenUntilAskedFor() throws IOException {
    run("--verbose");
    String hidden = printed();
    out.reset();
    run("--verbose", "--held-out");

    assertThat(hidden).containsOnlyOnce(MISSED).contains("developed: errors");
    assertThat(printed()).containsSubsequence(MISSED, "held-out: errors", MISSED);
  }

  @Test
  void aFloorThatIsMissedFailsTheCommand() throws IOException {
    Files.writeString(corpora.resolve("floors.properties"), "held-out.recall = 0.6\n");

    assertThat(run()).isFalse();
    assertThat(printed()).contains("missed: held-out.recall is 0.500 and must be at least 0.600");
  }

  @Test
  void oneSetCanBeAskedForAlone() throws IOException {
    run("developed");

    assertThat(printed()).contains("developed: 3").doesNotContain("held-out");
  }

  @Test
  void anUnknownWordIsRefused() {
    assertThatThrownBy(() -> run("--loud"))
        .hasMessageContaining("--loud")
        .hasMessageContaining("help");
  }
}
