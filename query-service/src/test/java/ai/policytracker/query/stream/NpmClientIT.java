package ai.policytracker.query.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.Database;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.project.Projection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The npm package eventsource, an EventSource as browsers have it, over a bad line. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class NpmClientIT {
  private static final Path SOURCES = Path.of("src", "test", "sse-client");
  private static final Path INSTALLED = Path.of("target", "sse-client");
  private static final int CHANGES = 600;
  private static final int DISCONNECTS = 200;

  /** About two changes, so that more connections are cut than are asked for. */
  private static final int MOST_BYTES = 5_000;

  @Inject ChangesTopic topic;
  @Inject Projection projection;
  @Inject Database database;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void clientOfNpmSeesEveryChangeOnceInOrderOverManyDisconnects() throws Exception {
    assumeThat(onPath("npm")).as("npm is installed").isTrue();
    install();
    long start = Api.get("/v1/changes?limit=1").get("seq").asLong();
    Path seen = INSTALLED.resolve("seen.txt");
    int cuts;
    try (CuttingProxy proxy = new CuttingProxy(RestAssured.port, MOST_BYTES, 11);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        ConcurrentWriters writers =
            ConcurrentWriters.start(topic, projection, database, bootstrapServers)) {
      String address =
          "http://127.0.0.1:%d/v1/changes/stream?after=%d".formatted(proxy.port(), start);
      Process client = follow(address, start + CHANGES, seen);
      Future<?> writing = threads.submit(() -> writers.write("npm", CHANGES));
      try {
        writing.get();
        assertThat(client.waitFor(2, TimeUnit.MINUTES)).as("all is seen").isTrue();
      } finally {
        client.destroyForcibly();
      }
      cuts = proxy.cuts();
    }

    assertThat(Files.readAllLines(seen))
        .isEqualTo(
            LongStream.rangeClosed(start + 1, start + CHANGES).mapToObj(Long::toString).toList());
    assertThat(cuts).isGreaterThanOrEqualTo(DISCONNECTS);
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(INSTALLED);
    for (String file : List.of("package.json", "package-lock.json", ".npmrc", "follow.js")) {
      Files.copy(
          SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (Files.exists(INSTALLED.resolve("node_modules/.bin/node"))) {
      return;
    }
    Process npm =
        new ProcessBuilder("npm", "ci", "--silent", "--no-audit", "--no-fund")
            .directory(INSTALLED.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(npm.waitFor()).as("npm ci: %s", said).isZero();
  }

  private static Process follow(String address, long last, Path seen) throws IOException {
    return new ProcessBuilder(
            INSTALLED.resolve("node_modules/.bin/node").toAbsolutePath().toString(),
            "follow.js",
            address,
            Long.toString(last))
        .directory(INSTALLED.toFile())
        .redirectOutput(seen.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
