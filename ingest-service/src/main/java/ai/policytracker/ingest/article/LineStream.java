package ai.policytracker.ingest.article;

import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a stream, each as a stream of its own, so that a line of any length is read without
 * being held. Not for several threads.
 */
final class LineStream extends InputStream {
  private static final int BUFFER_BYTES = 1 << 14;
  private static final int END = -1;

  private final InputStream source;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private int number;
  private boolean inLine;

  LineStream(InputStream source) {
    this.source = source;
  }

  /** Of the line that is being read; counts from 1, as an editor does. */
  int number() {
    return number;
  }

  /** Goes to the next line that holds more than white space; false where there is none. */
  boolean next() throws IOException {
    skipRest();
    while (peek() != END) {
      number++;
      inLine = true;
      while (isBlank(peek())) {
        position++;
      }
      if (peek() != '\n' && peek() != END) {
        return true;
      }
      skipRest();
    }
    return false;
  }

  private static boolean isBlank(int b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  private void skipRest() throws IOException {
    while (inLine) {
      read();
    }
  }

  private int peek() throws IOException {
    return position < limit || fill() ? buffer[position] & 0xFF : END;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(source.read(buffer), 0);
    return limit > 0;
  }

  @Override
  public int read() throws IOException {
    if (!inLine) {
      return END;
    }
    int b = peek();
    if (b != END) {
      position++;
    }
    inLine = b != END && b != '\n';
    return inLine ? b : END;
  }

  /** No more than has arrived: the sender may wait for an answer before it sends the next line. */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int first = read();
    if (first == END) {
      return END;
    }
    bytes[offset] = (byte) first;
    int count = 1;
    while (count < length && position < limit && inLine) {
      int b = read();
      if (b != END) {
        bytes[offset + count++] = (byte) b;
      }
    }
    return count;
  }
}
