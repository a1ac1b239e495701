package ai.policytracker.query.answer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Asks one question over and over on a few connections that stay open. */
final class Load {
  private static final int CONNECTIONS = 8;

  private Load() {}

  /** Answers a second. */
  static double rate(int port, String path, String header, int status, Duration time) {
    byte[] request =
        ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    AtomicLong answers = new AtomicLong();
    long end = System.nanoTime() + time.toNanos();
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (int i = 0; i < CONNECTIONS; i++) {
        threads.submit(() -> ask(port, request, status, end, answers));
      }
    }
    return answers.get() / (time.toMillis() / 1000.0);
  }

  private static void ask(int port, byte[] request, int status, long end, AtomicLong answers) {
    try (Socket socket = new Socket("localhost", port)) {
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
      while (System.nanoTime() < end) {
        out.write(request);
        read(in, status);
        answers.incrementAndGet();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(InputStream in, int status) throws IOException {
    String line = line(in);
    if (!line.contains(" " + status)) {
      throw new IOException(line);
    }
    int length = 0;
    for (line = line(in); !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
