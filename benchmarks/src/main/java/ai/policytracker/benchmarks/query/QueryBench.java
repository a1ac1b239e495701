package ai.policytracker.benchmarks.query;

import ai.policytracker.quickstart.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ./tracker bench query}: the packaged query-service on tables of a million position
 * versions. Times at a fixed rate; throughput against a bare Quarkus REST route that sends the same
 * bytes from memory, turn by turn. The last line is {@code query key=value ...}.
 */
public final class QueryBench {
  private static final String DATABASE = "bench_query";
  private static final int SHORT_WARM_UP_SECONDS = 25;
  private static final int MATRIX_COMPANIES = 200;
  private static final int MATRICES_PER_SECOND = 5;

  private final PrintStream out;
  private final Settings settings;
  private final Skew skew;

  private QueryBench(PrintStream out, Settings settings) {
    this.out = out;
    this.settings = settings;
    this.skew = new Skew(settings.companies());
  }

  public static void main(String[] options) throws Exception {
    Settings settings = null;
    try {
      settings = Settings.of(options);
      Wrk.require();
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println("tracker: " + e.getMessage());
      System.exit(2);
    }
    try (Stack stack = Stack.start()) {
      new QueryBench(System.out, settings).run(stack);
    }
  }

  private void run(Stack stack) throws IOException, InterruptedException, SQLException {
    String url = stack.createDatabase(DATABASE);
    Map<String, String> environment = new HashMap<>(stack.environment(DATABASE));
    // Once, for its tables.
    start(environment).close();
    ReadModel model =
        new ReadModel(
            out,
            () -> DriverManager.getConnection(url, stack.postgresUser(), stack.postgresPassword()),
            skew.shares(settings.versions()));
    out.printf("Filled: %s; %s%n", model.fill(), Telling.IN_WORDS);
    out.printf("Asked: %s%n", Questions.IN_WORDS);
    out.printf(
        "query-service with a heap of %d MB and %s, the bare route with %d MB; PostgreSQL, the"
            + " services and who asks them share %d cores%n",
        settings.heapMegabytes(),
        String.join(" ", HttpService.COLLECTOR),
        Throughput.BARE_HEAP_MEGABYTES,
        Runtime.getRuntime().availableProcessors());
    try (HttpService service = start(environment)) {
      OpenModel.Times positions = positions(service.port());
      OpenModel.Times matrix = matrix(service.port());
      Throughput.Ratios ratios =
          new Throughput(out, settings, new Questions(skew, 3))
              .against(service, () -> start(withoutHistories(environment)));
      out.printf(
          Locale.ROOT,
          "query p50Millis=%.2f p99Millis=%.2f matrixP99Millis=%.1f cachedRatio=%.2f"
              + " historyRatio=%.2f databaseRatio=%.2f notModifiedRatio=%.2f%n",
          positions.p50Millis(),
          positions.p99Millis(),
          matrix.p99Millis(),
          ratios.cached(),
          ratios.history(),
          ratios.database(),
          ratios.notModified());
    }
  }

  private HttpService start(Map<String, String> environment)
      throws IOException, InterruptedException {
    return HttpService.start("query-service", settings.heapMegabytes(), environment);
  }

  private static Map<String, String> withoutHistories(Map<String, String> environment) {
    Map<String, String> without = new HashMap<>(environment);
    without.put("TRACKER_HISTORIES_MEMORY_BYTES", "0");
    return without;
  }

  private OpenModel.Times positions(int port) throws InterruptedException {
    Questions questions = new Questions(skew, 1);
    OpenModel open = new OpenModel(port);
    out.printf("Warms up for %d s%n", settings.warmUpSeconds());
    open.run(questions::positions, settings.requestsPerSecond(), settings.warmUpSeconds());
    return told(
        "positions of a company",
        settings.requestsPerSecond(),
        open.run(questions::positions, settings.requestsPerSecond(), settings.seconds()));
  }

  private OpenModel.Times matrix(int port) throws InterruptedException {
    Questions questions = new Questions(skew, 2);
    OpenModel open = new OpenModel(port);
    open.run(() -> questions.matrix(MATRIX_COMPANIES), MATRICES_PER_SECOND, SHORT_WARM_UP_SECONDS);
    return told(
        "matrix of %d companies".formatted(MATRIX_COMPANIES),
        MATRICES_PER_SECOND,
        open.run(
            () -> questions.matrix(MATRIX_COMPANIES), MATRICES_PER_SECOND, settings.seconds()));
  }

  private OpenModel.Times told(String what, int perSecond, OpenModel.Times times) {
    out.printf(
        Locale.ROOT,
        "%s, %d requests/s: p50 %.2f ms, p99 %.2f ms, longest %.1f ms; %d requests, %d failed%n",
        what,
        perSecond,
        times.p50Millis(),
        times.p99Millis(),
        times.maxMillis(),
        times.requests(),
        times.failed());
    return times;
  }
}
