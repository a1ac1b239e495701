package ai.policytracker.benchmarks.query;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The highest rate of answers, against a bare Quarkus REST route that sends the same bytes from
 * memory; both are asked in turn, and the median of the rounds' ratios counts.
 */
final class Throughput {
  private static final int ADDRESSES = 100;
  static final int BARE_HEAP_MEGABYTES = 512;

  /** The service that keeps no histories has just been started: its compiler needs a minute. */
  private static final int FRESH_WARM_UPS = 9;

  private static final int ETAG_ATTEMPTS = 1_000;

  private final PrintStream out;
  private final Settings settings;
  private final Questions questions;

  Throughput(PrintStream out, Settings settings, Questions questions) {
    this.out = out;
    this.settings = settings;
    this.questions = questions;
  }

  /**
   * @param cached answers that were given before
   * @param history others, of companies whose history is in memory
   * @param database others, of a service that keeps no histories
   */
  record Ratios(double cached, double history, double database, double notModified) {}

  /** Starts a service. */
  interface Starter {
    HttpService start() throws IOException, InterruptedException;
  }

  /** One way of asking. */
  private record Way(String name, Path addresses, boolean eachOnce, String etag) {}

  Ratios against(HttpService service, Starter withoutHistories)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("bench-query");
    Path answers = Files.createDirectories(folder.resolve("answers"));
    List<String> now = new ArrayList<>();
    List<String> fixed = new ArrayList<>();
    String knownAt = questions.knownAt();
    long bytes = 0;
    for (int company = 0; company < Math.min(ADDRESSES, settings.companies()); company++) {
      String address = questions.positionsOf(company * settings.companies() / ADDRESSES);
      now.add(address);
      fixed.add(address + "&knownAt=" + knownAt);
      HttpResponse<byte[]> answer = service.get(fixed.getLast());
      Files.write(answers.resolve(address.split("/")[3]), answer.body());
      bytes += answer.body().length;
    }
    String etag = etagOf(service, fixed.getLast());
    out.printf(
        Locale.ROOT,
        "Throughput: %d companies of all sizes, %,d bytes an answer%n",
        now.size(),
        bytes / now.size());
    Path nows = Files.write(folder.resolve("now"), now);
    Path fixeds = Files.write(folder.resolve("fixed"), fixed);
    Path first =
        Files.write(folder.resolve("first"), fixed.subList(fixed.size() - 1, fixed.size()));
    Wrk wrk = new Wrk(folder, Math.max(2, settings.seconds() / 5));
    Way eachOnce = new Way("another known time each, from histories in memory", nows, true, null);
    try (HttpService bare =
        HttpService.start(
            "benchmarks/bare-route",
            BARE_HEAP_MEGABYTES,
            Map.of("BARE_ANSWERS", answers.toString()))) {
      double cached = ratio(wrk, service, bare, new Way("cached", fixeds, false, null));
      double history = ratio(wrk, service, bare, eachOnce);
      double notModified =
          etag == null
              ? Double.NaN
              : ratio(wrk, service, bare, new Way("not modified", first, false, etag));
      Way database = new Way("another known time each, from the database", nows, true, null);
      try (HttpService asking = withoutHistories.start()) {
        for (int i = 0; i < FRESH_WARM_UPS; i++) {
          rate(wrk, asking, database);
        }
        return new Ratios(cached, history, ratio(wrk, asking, bare, database), notModified);
      }
    }
  }

  /** Null where there is none: on a busy machine an answer may go without. */
  private static String etagOf(HttpService service, String address)
      throws IOException, InterruptedException {
    String etag = null;
    for (int attempt = 0; etag == null && attempt < ETAG_ATTEMPTS; attempt++) {
      etag = service.get(address).headers().firstValue("ETag").orElse(null);
    }
    return etag;
  }

  private double ratio(Wrk wrk, HttpService service, HttpService bare, Way way)
      throws IOException, InterruptedException {
    List<Double> ratios = new ArrayList<>();
    // For the compiler.
    rate(wrk, bare, way);
    rate(wrk, service, way);
    for (int round = 1; round <= settings.rounds(); round++) {
      double ofBare = rate(wrk, bare, way);
      double ofService = rate(wrk, service, way);
      ratios.add(ofService / ofBare);
      out.printf(
          Locale.ROOT,
          "%s, round %d: query-service %,.0f answers/s, bare route %,.0f, ratio %.2f%n",
          way.name(),
          round,
          ofService,
          ofBare,
          ofService / ofBare);
    }
    Collections.sort(ratios);
    return ratios.get(ratios.size() / 2);
  }

  private static double rate(Wrk wrk, HttpService service, Way way)
      throws IOException, InterruptedException {
    return wrk.requestsPerSecond(service.port(), way.addresses(), way.eachOnce(), way.etag());
  }
}
