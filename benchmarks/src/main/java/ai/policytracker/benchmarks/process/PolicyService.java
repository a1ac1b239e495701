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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged service on a database of its own. */
final class PolicyService {
  /**
   * Room for the folds of the whole backlog: its companies take turns, which no cache likes. The
   * image takes as much of 2 GB, and leaves collector and compilers to Java, as is done here.
   */
  static final String HEAP = "-Xmx1g";

  private static final long POLL_MILLIS = 200;
  private static final long LONGEST_SECONDS = 600;

  /** Cheap, so that asking takes nothing from what is measured. */
  private static final String PROGRESS =
      """
      SELECT sum(last_event_position),
        sum(last_change_position) = (SELECT sum(published_position) FROM policy.change_relay)
      FROM policy.shard
      """;

  /** From the first event's recorded time, and from the middle. */
  private static final String SECONDS =
      """
      SELECT extract(epoch FROM clock_timestamp() - min(recorded_at)),
        extract(epoch FROM clock_timestamp() - percentile_disc(0.5)
          WITHIN GROUP (ORDER BY recorded_at))
      FROM policy.policy_event
      """;

  /**
   * @param secondHalf without the time in which the JVM starts to know its work
   */
  record Seconds(double all, double secondHalf) {}

  private final Stack stack;
  private final String name;
  private final int events;

  PolicyService(Stack stack, String name, int events) {
    this.stack = stack;
    this.name = name;
    this.events = events;
  }

  Seconds seconds() throws SQLException, IOException, InterruptedException {
    String url = stack.createDatabase(name);
    Path jar = TrackerHome.find().resolve("policy-service/target/quarkus-app/quarkus-run.jar");
    Path log = Files.createTempFile("bench-" + name, ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(HEAP);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            jar.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
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

  private Seconds awaitAll(Connection connection, Process process, Path log)
      throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (process.isAlive() && System.nanoTime() < deadline) {
      if (tablesAreThere(connection)) {
        try (Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery(PROGRESS)) {
          row.next();
          if (row.getLong(1) == events && row.getBoolean(2)) {
            return secondsUntilNow(statement);
          }
        }
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new IllegalStateException("policy-service did not get through; its log is " + log);
  }

  private static Seconds secondsUntilNow(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(SECONDS)) {
      row.next();
      return new Seconds(row.getDouble(1), row.getDouble(2));
    }
  }

  private static boolean tablesAreThere(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT to_regclass('policy.fold') IS NOT NULL")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
