package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Claim;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
            "AB 1 Act of ",
            "The startup Name Labs ",
            "Aa Bb ",
            "X, Y and Z, including ",
            ", which said ")) {
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

  @Test
  void mixedScriptsShuffledWordsAndBytesNeverFail() {
    for (int seed = 0; seed < 200; seed++) {
      String text = mixed(new Random(seed));

      List<Claim> claims = Read.text(text);

      assertThat(claims)
          .as("seed " + seed)
          .allSatisfy(
              claim ->
                  assertThat(claim.evidence())
                      .allSatisfy(
                          e ->
                              assertThat(e.quote()).isEqualTo(text.substring(e.start(), e.end()))));
    }
  }

  /**
   * Words of a story in any order, cut anywhere, among random bytes and letters from right to left.
   */
  private static String mixed(Random random) {
    List<String> words =
        new ArrayList<>(
            List.of(
                (SENTENCE.repeat(3) + "So did Velorum Inc., a maker of AI chatbots, and IBM.")
                    .split(" ")));
    Collections.shuffle(words, random);
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    words.add(random.nextInt(words.size()), new String(bytes, StandardCharsets.ISO_8859_1));
    words.add(random.nextInt(words.size()), "\u202Eقالت الشركة ChatGPT\u202C");
    words.add(random.nextInt(words.size()), "\uD83E\uDD16\uD83C");
    String text = String.join(random.nextBoolean() ? " " : "\n", words);
    return text.substring(random.nextInt(text.length() / 2));
  }

  @Test
  @Timeout(60)
  void timeGrowsWithTheTextAndNoFaster() {
    for (String part :
        List.of(SENTENCE, "Velorum Inc., a maker of AI chatbots, said it ", "Meta, ")) {
      Read.text(part.repeat(20_000 / part.length()));
      long small = timed(part.repeat(40_000 / part.length()));
      long large = timed(part.repeat(240_000 / part.length()));

      assertThat(large).as(part).isLessThan(20 * Math.max(small, 50_000_000L));
    }
  }

  private static long timed(String text) {
    long start = System.nanoTime();
    Read.text(text);
    return System.nanoTime() - start;
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
