package ai.policytracker.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineStreamTest {
  @Test
  void numbersLinesAndSkipsBlankOnes() throws IOException {
    assertThat(linesOf(stream("one\n\n \t\r\ntwo\r\n  three")))
        .containsExactly("1:one", "4:two\r", "5:three");
  }

  @Test
  void anEmptyBodyHasNoLines() throws IOException {
    assertThat(linesOf(stream(""))).isEmpty();
    assertThat(linesOf(stream("\n\n"))).isEmpty();
  }

  @Test
  void aLineThatIsNotReadToItsEndIsSkipped() throws IOException {
    LineStream lines = new LineStream(stream("abc\ndef\n"));

    lines.next();
    lines.read();

    assertThat(lines.next()).isTrue();
    assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("def");
  }

  @Test
  void givesTheSameLinesHoweverTheBytesArrive() throws IOException {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      StringBuilder body = new StringBuilder();
      List<String> expected = new ArrayList<>();
      for (int line = 1; line <= 20; line++) {
        String text = "x".repeat(random.nextInt(3) == 0 ? 0 : random.nextInt(40_000));
        body.append(text).append('\n');
        if (!text.isEmpty()) {
          expected.add(line + ":" + text);
        }
      }

      assertThat(linesOf(inPieces(body.toString(), random)))
          .as("seed %d", seed)
          .isEqualTo(expected);
    }
  }

  private static List<String> linesOf(InputStream body) throws IOException {
    LineStream lines = new LineStream(body);
    List<String> read = new ArrayList<>();
    while (lines.next()) {
      read.add(lines.number() + ":" + new String(lines.readAllBytes(), StandardCharsets.UTF_8));
    }
    return read;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream inPieces(String text, Random random) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] bytes, int offset, int length) {
        return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(5_000)));
      }
    };
  }
}
