package ai.policytracker.system;

import ai.policytracker.audit.Audit;
import ai.policytracker.quickstart.Service;
import ai.policytracker.quickstart.ServiceProcess;
import ai.policytracker.quickstart.identity.TestTokens;
import ai.policytracker.quickstart.process.ProcessGroup;
import ai.policytracker.quickstart.stack.Ports;
import ai.policytracker.quickstart.stack.Stack;
import ai.policytracker.quickstart.stack.TestStack;
import ai.policytracker.quickstart.stack.TrackerHome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The packaged services as processes, on a real Kafka and a real PostgreSQL. */
final class TrackerSystem implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATABASE = "tracker";
  private static TrackerSystem shared;

  private final Stack stack;
  private final String jdbcUrl;
  private final Path logs;
  private final ProcessGroup group;
  private final Map<Service, Integer> ports = new EnumMap<>(Service.class);
  private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
  private final HttpClient client = HttpClient.newHttpClient();

  private TrackerSystem(Stack stack) throws IOException {
    this.stack = stack;
    jdbcUrl = stack.createDatabase(DATABASE);
    logs = Files.createTempDirectory("tracker-system-tests");
    group = ProcessGroup.open(logs, line -> {});
    List<Integer> free = new ArrayList<>(Ports.free(Service.values().length));
    for (Service service : Service.values()) {
      ports.put(service, free.removeFirst());
      launch(service);
    }
    services.values().forEach(ServiceProcess::awaitReady);
  }

  static synchronized TrackerSystem shared() throws IOException {
    if (shared == null) {
      shared = new TrackerSystem(TestStack.shared());
      Runtime.getRuntime().addShutdownHook(new Thread(shared.group::close));
    }
    return shared;
  }

  /** With a Kafka and a PostgreSQL of its own, which end with it. */
  static TrackerSystem alone() throws IOException {
    return new TrackerSystem(TestStack.start());
  }

  @Override
  public void close() {
    group.close();
    stack.close();
  }

  private void launch(Service service) {
    Map<String, String> environment = new HashMap<>(stack.environment(DATABASE));
    environment.putAll(TestTokens.environment());
    var settings = new ServiceProcess.Settings(environment, logs);
    services.put(
        service,
        ServiceProcess.start(group, service, ports.get(service), TrackerHome.find(), settings));
  }

  /** As {@code kill -9}. */
  void kill(Service service) {
    ProcessHandle process =
        ProcessHandle.of(services.get(service).process().record().pid()).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  void restart(Service service) {
    launch(service);
    services.get(service).awaitReady();
  }

  JsonNode get(Service service, String path) {
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(address(service, path)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answered " + response.statusCode() + " " + response.body());
    }
    return read(response.body());
  }

  /**
   * Posts articles as NDJSON and hands on each answer line as it comes.
   *
   * @throws UncheckedIOException where the service dies in between
   */
  void post(List<String> articles, Consumer<JsonNode> answer) {
    HttpRequest request =
        HttpRequest.newBuilder(address(Service.INGEST, "/v1/articles"))
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", articles)))
            .build();
    HttpResponse<Stream<String>> response = send(request, HttpResponse.BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      throw new AssertionError("articles answered " + response.statusCode());
    }
    response.body().map(TrackerSystem::read).forEach(answer);
  }

  Connection database() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, stack.postgresUser(), stack.postgresPassword());
  }

  /** The first column of the rows, as text. */
  List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = database();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /**
   * Once the read side has projected everything.
   *
   * @return what a fresh fold says differently from the tables of both services
   */
  Set<String> audit() throws SQLException {
    awaitProjection();
    try (Connection connection = database()) {
      return new Audit(connection).run();
    }
  }

  private void awaitProjection() throws SQLException {
    String behind =
        """
        SELECT p.company FROM policy.company p LEFT JOIN query.company q USING (company)
        WHERE q.version IS NULL OR q.version < p.version""";
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> column(behind).isEmpty());
  }

  private URI address(Service service, String path) {
    return URI.create("http://127.0.0.1:" + ports.get(service) + path);
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return client.send(request, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
