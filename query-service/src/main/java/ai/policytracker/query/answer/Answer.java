package ai.policytracker.query.answer;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** An answer as it was sent, ready to be sent again. */
final class Answer {
  /** Smaller ones gain nothing from compression. */
  private static final int SMALLEST_TO_COMPRESS = 1_000;

  /** Of an entry in memory beside its bytes. */
  private static final int OVERHEAD = 500;

  private final String tag;
  private final long goodUntil;
  private final List<Map.Entry<String, String>> headers;
  private final Buffer body;
  private volatile Buffer compressed;

  /**
   * @param tag its ETag
   * @param goodUntil by {@link System#nanoTime}, where it is not settled
   */
  Answer(String tag, long goodUntil, List<Map.Entry<String, String>> headers, byte[] body) {
    this.tag = tag;
    this.goodUntil = goodUntil;
    this.headers = List.copyOf(headers);
    this.body = Buffer.buffer(body);
  }

  String tag() {
    return tag;
  }

  /**
   * @param settled the tag that the answer has where it never changes
   * @param now the one that it has otherwise
   */
  boolean isGood(String settled, String now) {
    return tag.equals(settled) || (tag.equals(now) && System.nanoTime() - goodUntil < 0);
  }

  List<Map.Entry<String, String>> headers() {
    return headers;
  }

  Buffer body() {
    return body;
  }

  boolean isWorthCompressing() {
    return body.length() >= SMALLEST_TO_COMPRESS;
  }

  /** With gzip; the first one who asks has it made. */
  Buffer compressed() {
    if (compressed == null) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(body.getBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      compressed = Buffer.buffer(bytes.toByteArray());
    }
    return compressed;
  }

  /** Bytes of memory, with room for the compressed form. */
  int weight() {
    return OVERHEAD + body.length() + (isWorthCompressing() ? body.length() / 4 : 0);
  }
}
