package ai.policytracker.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.quickstart.process.CannotStartException;
import ai.policytracker.quickstart.process.ProcessGroup;
import ai.policytracker.quickstart.process.ProcessRecord;
import ai.policytracker.quickstart.process.RunFile;
import ai.policytracker.quickstart.process.RunState;
import ai.policytracker.quickstart.process.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data and processes across stops, kills and restarts. */
class StackRestartIT {
  @TempDir private Path folder;

  @Test
  void dataSurviveARestart() throws Exception {
    try (Stack stack = start(new ArrayList<>())) {
      write(stack);
    }

    try (Stack stack = start(new ArrayList<>())) {
      assertThat(topics(stack)).contains("kept");
      assertThat(notes(stack)).isEqualTo(1);
    }
  }

  @Test
  void dataSurviveTheKillOfBothServers() throws Exception {
    try (Stack stack = start(new ArrayList<>())) {
      write(stack);
      processes().forEach(ProcessRecord::kill);
      awaitEnd(processes());
    }

    try (Stack stack = start(new ArrayList<>())) {
      assertThat(topics(stack)).contains("kept");
      assertThat(notes(stack)).isEqualTo(1);
    }
  }

  @Test
  void serversStopWithTheProgramThatStartedThem() throws Exception {
    Process program = startProgram();
    List<ProcessRecord> servers = processes();

    program.destroy();

    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(servers).hasSize(2).noneMatch(ProcessRecord::isAlive);
    assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void serversThatAKilledProgramLeftAreStoppedByTheNextStart() throws Exception {
    Process program = startProgram();
    List<ProcessRecord> servers = processes();
    program.destroyForcibly().waitFor();
    assertThat(servers).hasSize(2).allMatch(ProcessRecord::isAlive);
    List<String> said = new ArrayList<>();

    try (Stack stack = start(said)) {
      assertThat(servers).noneMatch(ProcessRecord::isAlive);
      assertThat(said).first().asString().contains("killed run", "postgres", "kafka");
      assertThat(stack.createDatabase("again")).isNotBlank();
    }
  }

  @Test
  void secondStartOnAFolderInUseIsRefused() throws Exception {
    Process program = startProgram();

    assertThatThrownBy(() -> start(new ArrayList<>()))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("already runs");

    program.destroy();
    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void firstStartThatWasCutShortIsDoneAgain() throws Exception {
    DataFolder.open(folder);
    Files.createDirectories(folder.resolve("postgres/base"));
    Files.createDirectories(folder.resolve("kafka"));

    try (Stack stack = start(new ArrayList<>())) {
      assertThat(stack.createDatabase("anew")).isNotBlank();
    }
  }

  private Stack start(List<String> said) {
    DataFolder opened = DataFolder.open(folder);
    ProcessGroup group = ProcessGroup.open(folder, said::add);
    return EmbeddedStack.start(group, opened, Durability.DISPOSABLE);
  }

  private Process startProgram() throws IOException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StackProgram.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = program.inputReader();
    assertThat(output.readLine()).isEqualTo("up");
    return program;
  }

  private List<ProcessRecord> processes() {
    return new RunFile(folder).read().map(RunState::processes).orElse(List.of());
  }

  private static void awaitEnd(List<ProcessRecord> processes) {
    assertThat(
            Waiting.until(
                () -> processes.stream().noneMatch(ProcessRecord::isAlive), Duration.ofSeconds(10)))
        .isTrue();
  }

  private static void write(Stack stack)
      throws SQLException, ExecutionException, InterruptedException {
    try (Connection connection = connect(stack);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE note (text text)");
      statement.execute("INSERT INTO note VALUES ('paused')");
    }
    try (Admin admin = admin(stack)) {
      admin.createTopics(List.of(new NewTopic("kept", 12, (short) 1))).all().get();
    }
  }

  private static long notes(Stack stack) throws SQLException {
    try (Connection connection = connect(stack);
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM note")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Set<String> topics(Stack stack) throws ExecutionException, InterruptedException {
    try (Admin admin = admin(stack)) {
      return admin.listTopics().names().get();
    }
  }

  private static Admin admin(Stack stack) {
    return Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrapServers()));
  }

  private static Connection connect(Stack stack) throws SQLException {
    return DriverManager.getConnection(
        stack.createDatabase("kept"), stack.postgresUser(), stack.postgresPassword());
  }
}
