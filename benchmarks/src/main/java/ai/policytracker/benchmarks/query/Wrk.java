package ai.policytracker.benchmarks.query;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The throughput that {@code wrk} finds: connections that ask again as soon as they are answered.
 */
final class Wrk {
  private static final String CONNECTIONS = "16";
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
  private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

  private final Path script;
  private final int seconds;

  Wrk(Path folder, int seconds) throws IOException {
    this.script = folder.resolve("ask.lua");
    this.seconds = seconds;
    try (InputStream lua = Wrk.class.getResourceAsStream("ask.lua")) {
      Files.copy(lua, script, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * @throws IllegalStateException where there is none
   */
  static void require() throws InterruptedException {
    try {
      new ProcessBuilder("wrk", "-v").redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(
          "needs wrk: apt install wrk (Debian, Ubuntu), brew install wrk (macOS)", e);
    }
  }

  /**
   * @param addresses file with one path and query a line; asked for in random order
   * @param eachOnce adds another known time to each request, so that none is like an earlier one
   * @param etag null for none, else the value of If-None-Match
   */
  double requestsPerSecond(int port, Path addresses, boolean eachOnce, String etag)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "wrk",
            "--threads",
            "1",
            "--connections",
            CONNECTIONS,
            "--duration",
            seconds + "s",
            "--script",
            script.toString(),
            "http://127.0.0.1:" + port,
            "--",
            addresses.toString(),
            Boolean.toString(eachOnce),
            etag == null ? "" : etag);
    Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher rate = RATE.matcher(said);
    if (wrk.waitFor() != 0 || !rate.find() || FAILED.matcher(said).find()) {
      throw new IllegalStateException("wrk: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }
}
