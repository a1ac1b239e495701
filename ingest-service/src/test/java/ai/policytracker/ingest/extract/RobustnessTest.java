package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobustnessTest {
  private static final String SENTENCE =
      "Amazon has banned police from using Rekognition until Congress acts, it said on Thursday. ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\n\n",
        ".",
        "?!",
        "\uFEFF",
        "\u0000\u0001",
        "'''",
        "\"",
        ",,,,",
        "((((",
        "until",
        "Amazon",
        "May 99",
        "SB",
        "\uD83C",
        "قالت أمازون إنها ستوقف بيع تقنية التعرف على الوجه",
        "until until until",
        "said said said",
        "not not to to",
        "who, which, that"
      })
  void nothingIsReadFromNothing(String text) {
    assertThat(Read.text(text)).isEmpty();
  }

  @Test
  @Timeout(60)
  void longLinesTakeBoundedTime() {
    for (String part :
        List.of(
            SENTENCE,
            "a",
            "Amazon ",
            "(",
            "\"",
            "A ",
            "U.S. ",
            ", ",
            "until ",
            "1 ",
            "n't",
            "AB 1 Act of ")) {
      String text = part.repeat(1_000_000 / part.length());
      long start = System.nanoTime();

      Read.text(text);

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(part)
          .isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void brokenTextsNeverFailAndQuoteTheText() {
    for (int seed = 0; seed < 300; seed++) {
      String text = broken(new Random(seed));

      List<Claim> claims = Read.text(text);

      for (Claim claim : claims) {
        assertThat(claim.evidence())
            .as("seed " + seed)
            .allSatisfy(e -> assertThat(e.quote()).isEqualTo(text.substring(e.start(), e.end())));
      }
    }
  }

  private static String broken(Random random) {
    StringBuilder text =
        new StringBuilder(
            SENTENCE.repeat(3) + "“IBM’s ban, which Meta (NASDAQ: META) — opposed —” said he. ");
    for (int i = 0; i < 40; i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, (char) random.nextInt(0xFFFF));
        case 2 -> text.insert(at, " ,;:\"'()\n".charAt(random.nextInt(9)));
        default -> text.insert(at, SENTENCE, 0, random.nextInt(SENTENCE.length()));
      }
    }
    return text.substring(random.nextInt(30));
  }

  @Test
  void anyNumberOfThreadsReadsTheSame() throws InterruptedException, ExecutionException {
    String text =
        SENTENCE
            + "IBM will no longer offer facial recognition. Microsoft backs a federal law on it.";
    List<Claim> expected = Read.text(text);
    Callable<List<Claim>> read = () -> Read.text(text);

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<List<Claim>> claims :
          threads.invokeAll(IntStream.range(0, 64).mapToObj(i -> read).toList())) {
        assertThat(claims.get()).isEqualTo(expected);
      }
    }
  }
}
