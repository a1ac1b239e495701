package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Claim;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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

  /** What hangs is ended; how long it takes is measured by "./tracker bench extract". */
  @ParameterizedTest
  @ValueSource(
      strings = {
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
        ", which said ",
        "AI.AI.",
        "(AI",
        "Correction: ",
        "Source: AI ",
        "ChatGPT\u202Eقالت ",
        "\uD83C",
        "until AI, or until AI ",
        "1 May 2 May AI "
      })
  @Timeout(300)
  void aLineOfAMegabyteIsRead(String part) {
    String text = part.repeat(1_000_000 / part.length());

    List<Claim> claims = Read.text(text);

    assertQuotes(claims, text, part);
  }

  @Test
  void brokenTextsNeverFailAndQuoteTheText() {
    for (int seed = 0; seed < 300; seed++) {
      String text = broken(new Random(seed));

      List<Claim> claims = Read.text(text);

      assertQuotes(claims, text, "seed " + seed);
    }
  }

  @Test
  void mixedScriptsShuffledWordsAndBytesNeverFail() {
    for (int seed = 0; seed < 200; seed++) {
      String text = mixed(new Random(seed));

      List<Claim> claims = Read.text(text);

      assertQuotes(claims, text, "seed " + seed);
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

  /** Bytes that are asked for are counted instead of time, so that what else runs is no matter. */
  @ParameterizedTest
  @ValueSource(
      strings = {SENTENCE, "Velorum Inc., a maker of AI chatbots, said it ", "Meta, ", "AI.AI."})
  @Timeout(300)
  void workGrowsWithTheTextAndNoFaster(String part) {
    long small = bytesFor(part.repeat(40_000 / part.length()));
    long large = bytesFor(part.repeat(240_000 / part.length()));

    assertThat(large).isLessThan(9 * small);
  }

  private static long bytesFor(String text) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Read.text(text);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void articlesInPiecesNeverFail() throws IOException {
    List<ArticleText> articles = SharedCorpus.articles();
    for (int seed = 0; seed < 250; seed++) {
      var random = new Random(seed);
      ArticleText article = articles.get(random.nextInt(articles.size()));
      String text = inPieces(article.text(), random);
      String title = random.nextBoolean() ? article.title() : inPieces(text, random);

      List<Claim> claims = Read.reading(title, text, article.publishedOn()).claims();

      assertQuotes(claims, text, "seed " + seed);
    }
  }

  /** Cut short, shuffled by sentence, word or letter, read as other bytes, or from the back. */
  private static String inPieces(String text, Random random) {
    int from = random.nextInt(text.length());
    return switch (random.nextInt(7)) {
      case 0 -> text.substring(from);
      case 1 -> text.substring(0, from);
      case 2 -> shuffled(text, "(?<=\\. )", random);
      case 3 -> shuffled(text, "(?<= )", random);
      case 4 -> shuffled(text, "", random);
      case 5 ->
          new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1)
              .substring(from);
      default -> "\u202E" + new StringBuilder(text).reverse();
    };
  }

  private static String shuffled(String text, String at, Random random) {
    List<String> parts = new ArrayList<>(List.of(text.split(at)));
    Collections.shuffle(parts, random);
    return String.join("", parts);
  }

  private static void assertQuotes(List<Claim> claims, String text, String of) {
    assertThat(claims)
        .as(of)
        .flatExtracting(Claim::evidence)
        .allSatisfy(e -> assertThat(e.quote()).isEqualTo(text.substring(e.start(), e.end())));
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
}
