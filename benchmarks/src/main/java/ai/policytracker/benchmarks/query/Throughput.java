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
  private static final int ETAG_ATTEMPTS = 1_000;

  private final PrintStream out;
  private final Settings settings;
  private final Questions questions;

  Throughput(PrintStream out, Settings settings, Questions questions) {
    this.out = out;
    this.settings = settings;
    this.questions = questions;
  }

  record Ratios(double cached, double database, double notModified) {}

  /** One way of asking. */
  private record Way(String name, Path addresses, boolean eachOnce, String etag) {}

  Ratios against(HttpService service) throws IOException, InterruptedException {
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
    Wrk wrk = new Wrk(folder, settings.seconds());
    try (HttpService bare =
        HttpService.start("benchmarks/bare-route", Map.of("BARE_ANSWERS", answers.toString()))) {
      return new Ratios(
          ratio(wrk, service, bare, new Way("cached", fixeds, false, null)),
          ratio(wrk, service, bare, new Way("from the database", nows, true, null)),
          etag == null
              ? Double.NaN
              : ratio(wrk, service, bare, new Way("not modified", first, false, etag)));
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
