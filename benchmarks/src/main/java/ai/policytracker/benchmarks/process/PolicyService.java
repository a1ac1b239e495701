package ai.policytracker.benchmarks.process;

import ai.policytracker.quickstart.stack.Ports;
import ai.policytracker.quickstart.stack.Stack;
import ai.policytracker.quickstart.stack.TrackerHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged service on a database of its own. */
final class PolicyService {
  /** Room for the folds of the whole backlog: its companies take turns, which no cache likes. */
  static final String HEAP = "-Xmx1g";

  private static final long POLL_MILLIS = 200;
  private static final long LONGEST_SECONDS = 300;

  /** From the first event's recorded time until all changes are published. */
  private static final String PROGRESS =
      """
      SELECT (SELECT count(*) FROM policy.policy_event),
        (SELECT sum(last_change_position) FROM policy.shard)
          = (SELECT sum(published_position) FROM policy.change_relay),
        extract(epoch FROM clock_timestamp() - (SELECT min(recorded_at) FROM policy.policy_event))
      """;

  private final Stack stack;
  private final String name;
  private final int events;

  PolicyService(Stack stack, String name, int events) {
    this.stack = stack;
    this.name = name;
    this.events = events;
  }

  double seconds() throws SQLException, IOException, InterruptedException {
    String url = stack.createDatabase(name);
    Path jar = TrackerHome.find().resolve("policy-service/target/quarkus-app/quarkus-run.jar");
    Path log = Files.createTempFile("bench-" + name, ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString()));
    builder.environment().putAll(stack.environment(name));
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(Ports.free(1).getFirst()));
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try (Connection connection =
        DriverManager.getConnection(url, stack.postgresUser(), stack.postgresPassword())) {
      return awaitAll(connection, process, log);
    } finally {
      process.destroy();
      process.waitFor(20, TimeUnit.SECONDS);
      process.destroyForcibly();
    }
  }

  private double awaitAll(Connection connection, Process process, Path log)
      throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (process.isAlive() && System.nanoTime() < deadline) {
      if (tablesAreThere(connection)) {
        try (Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery(PROGRESS)) {
          row.next();
          if (row.getLong(1) == events && row.getBoolean(2)) {
            return row.getDouble(3);
          }
        }
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new IllegalStateException("policy-service did not get through; its log is " + log);
  }

  private static boolean tablesAreThere(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT to_regclass('policy.fold') IS NOT NULL")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
