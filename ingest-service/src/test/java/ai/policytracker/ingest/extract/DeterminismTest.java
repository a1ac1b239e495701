package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same article gives the same claims, to the byte. */
class DeterminismTest {
  private static final int INTERPRETED = 4;
  private static List<ArticleText> articles;
  private static List<String> expected;

  @BeforeAll
  static void read() throws IOException {
    articles = SharedCorpus.articles();
    expected = articles.stream().map(SharedCorpus::read).toList();
  }

  @Test
  void aSecondRunReadsTheSame() {
    assertThat(articles.stream().map(SharedCorpus::read)).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void anyNumberOfThreadsReadsTheSameInAnyOrder(int threads)
      throws InterruptedException, ExecutionException {
    List<Integer> order = new ArrayList<>(IntStream.range(0, articles.size()).boxed().toList());
    Collections.shuffle(order, new Random(threads));

    try (var pool = Executors.newFixedThreadPool(threads)) {
      List<Future<String>> read =
          order.stream().map(at -> pool.submit(() -> SharedCorpus.read(articles.get(at)))).toList();
      for (int i = 0; i < order.size(); i++) {
        assertThat(read.get(i).get()).isEqualTo(expected.get(order.get(i)));
      }
    }
  }

  /** Floating point may not depend on what the compiler makes of it. */
  @Test
  void interpretedCodeReadsWhatCompiledCodeReads(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<String> lines = SharedCorpus.lines().subList(0, INTERPRETED);
    Path input = Files.write(folder.resolve("articles.ndjson"), lines);
    Path output = folder.resolve("claims.ndjson");

    Process interpreted =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xint",
                "-cp",
                System.getProperty("java.class.path"),
                ExtractCommand.class.getName())
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();

    assertThat(interpreted.waitFor()).isZero();
    assertThat(Files.readString(output))
        .isNotBlank()
        .isEqualTo(compiled(Files.readAllBytes(input)));
  }

  private static String compiled(byte[] articles) throws IOException {
    var out = new ByteArrayOutputStream();
    new ExtractCommand()
        .run(
            new ByteArrayInputStream(articles),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
