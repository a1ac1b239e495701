package ai.policytracker.benchmarks.query;

import ai.policytracker.quickstart.stack.Ports;
import ai.policytracker.quickstart.stack.TrackerHome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged Quarkus application as a process of its own, on 127.0.0.1. */
final class HttpService implements AutoCloseable {
  /**
   * Short pauses rather than few, and no marking of all that is kept before much of the heap is
   * full: with the defaults a service whose caches fill its heap pauses 100 ms at a time.
   */
  static final List<String> COLLECTOR =
      List.of(
          "-XX:+UseG1GC",
          "-XX:MaxGCPauseMillis=10",
          "-XX:InitiatingHeapOccupancyPercent=70",
          "-XX:-G1UseAdaptiveIHOP");

  private static final long POLL_MILLIS = 100;
  private static final long LONGEST_SECONDS = 120;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final int port;
  private final Path log;

  private HttpService(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * Returns when the service answers.
   *
   * @param module folder of the built module
   * @param heapMegabytes at most
   */
  static HttpService start(String module, int heapMegabytes, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path jar = TrackerHome.find().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    Path log = Files.createTempFile("bench-query-", ".log");
    int port = Ports.free(1).getFirst();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMegabytes + "m");
    command.addAll(COLLECTOR);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            jar.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    HttpService service = new HttpService(process, port, log);
    service.awaitAnswer();
    return service;
  }

  private void awaitAnswer() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (process.isAlive() && System.nanoTime() < deadline) {
      try {
        get("/");
        return;
      } catch (IOException e) {
        Thread.sleep(POLL_MILLIS);
      }
    }
    close();
    throw new IllegalStateException("the service did not start; its log is " + log);
  }

  HttpResponse<byte[]> get(String pathAndQuery) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + pathAndQuery);
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    process
        .onExit()
        .orTimeout(20, TimeUnit.SECONDS)
        .exceptionally(late -> process.destroyForcibly())
        .join();
  }
}
