package ai.policytracker.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.quickstart.identity.TestTokens;
import ai.policytracker.quickstart.stack.Stack;
import ai.policytracker.quickstart.stack.TestStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged service is told to stop while clients are connected. */
class ShutdownIT {
  private static final String DATABASE = "query_shutdown_it";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Map<String, String> stack = stack();
  private int port;
  private Process service;

  private static Map<String, String> stack() {
    Stack shared = TestStack.shared();
    shared.createDatabase(DATABASE);
    return shared.environment(DATABASE);
  }

  @BeforeEach
  void start() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder command =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx96m",
                    "-Dquarkus.http.port=" + port,
                    // It would take partitions away from the service that other tests ask.
                    "-Dmp.messaging.incoming.changes.enabled=false",
                    "-Dmp.messaging.incoming.heartbeats.enabled=false",
                    "-jar",
                    "target/quarkus-app/quarkus-run.jar"))
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target", "shutdown-it.log").toFile());
    command.environment().putAll(stack);
    command.environment().putAll(TestTokens.environment());
    service = command.start();
    Api.waitUntil("the service", this::answers);
  }

  @AfterEach
  void end() {
    service.destroyForcibly();
  }

  private boolean answers() {
    assertThat(service.isAlive()).as("see target/shutdown-it.log").isTrue();
    try {
      return ask("/v1/companies").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void openStreamEndsInOrderAndAtOnce() throws IOException, InterruptedException {
    try (EventStream stream = EventStream.open(port, "", null)) {
      assertThat(stream.next()).isNotNull();

      service.destroy();

      // A connection that is cut would throw.
      assertThat(stream.next()).isNull();
      assertThat(service.waitFor(8, TimeUnit.SECONDS)).as("waits for nothing").isTrue();
    }
  }

  @Test
  void exportUnderWayComesToItsEnd() throws Exception {
    CompletableFuture<HttpResponse<String>> export;
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE query.company IN ACCESS EXCLUSIVE MODE");
      export = HTTP.sendAsync(request("/v1/export"), HttpResponse.BodyHandlers.ofString());
      Api.waitUntil("the export is under way", this::isWaiting);

      service.destroy();
      Api.waitUntil("it is stopping", this::isStopping);
      connection.rollback();
    }

    assertThat(export.get(10, TimeUnit.SECONDS).body())
        .endsWith("{\"type\":\"end\",\"lines\":1}\n");
    assertThat(service.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%s/%s"
            .formatted(stack.get("POSTGRES_HOST"), stack.get("POSTGRES_PORT"), DATABASE),
        stack.get("POSTGRES_USER"),
        stack.get("POSTGRES_PASSWORD"));
  }

  private boolean isWaiting() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet waiting =
            statement.executeQuery(
                "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                    + " AND datname = current_database()")) {
      return waiting.next();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** It answers still, and a stream that is opened now ends at once. */
  private boolean isStopping() {
    try (EventStream stream = EventStream.open(port, "", null)) {
      return stream.next() == null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> ask(String path) throws IOException {
    try {
      return HTTP.send(request(path), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
  }
}
