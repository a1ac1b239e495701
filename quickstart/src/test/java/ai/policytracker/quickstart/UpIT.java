package ai.policytracker.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.quickstart.identity.KeyFolder;
import ai.policytracker.quickstart.identity.Keys;
import ai.policytracker.quickstart.process.ProcessRecord;
import ai.policytracker.quickstart.process.RunFile;
import ai.policytracker.quickstart.process.RunState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as people run them, with fake services on a real stack. */
class UpIT {
  private static final int PORT_BASE = 18_771;

  @TempDir private Path home;
  private Path folder;

  @BeforeEach
  void createHome() throws IOException {
    folder = home.resolve("data");
    FakeHome.create(home);
  }

  @AfterEach
  void removeLinks() throws IOException {
    FakeHome.removeLinks(home);
  }

  @Test
  void detachedRunIsShownAndStopped() throws Exception {
    Ended up = run("up", "--detach");
    assertThat(up.output()).contains("Ingesting: ", "amazon", "PAUSED", "on a condition");
    assertThat(up.exitCode()).isZero();
    List<ProcessRecord> processes = processes();

    assertThat(run("status"))
        .matches(status -> status.exitCode() == 0)
        .extracting(Ended::output)
        .asString()
        .contains("postgres", "kafka", "query-service   ready", "policy-service  ready");
    assertThat(run("up").output()).contains("already runs");
    processes.stream().filter(p -> p.name().equals("query-service")).forEach(ProcessRecord::kill);

    assertThat(run("up", "--detach", "--no-samples").output())
        .contains("query-service has ended", "query-service is ready");
    assertThat(processes).noneMatch(ProcessRecord::isAlive);
    processes = processes();
    assertThat(processes).hasSize(5).allMatch(ProcessRecord::isAlive);

    assertThat(run("down").exitCode()).isZero();
    assertThat(processes).hasSize(5).noneMatch(ProcessRecord::isAlive);
    assertThat(run("status"))
        .matches(status -> status.exitCode() == 1)
        .extracting(Ended::output)
        .asString()
        .contains("Nothing runs");
    assertThat(run("down").output()).contains("Nothing runs");
  }

  @Test
  void downEndsARunInTheForeground() throws Exception {
    Process up = start("up", "--no-samples");
    assertThat(readUntil(up, "Ctrl-C")).contains("/q/openapi");
    List<ProcessRecord> processes = processes();

    assertThat(run("down").exitCode()).isZero();

    assertThat(up.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(processes).hasSize(5).noneMatch(ProcessRecord::isAlive);
  }

  @Test
  void serviceThatEndsIsToldOf() throws Exception {
    Process up = start("up", "--no-samples");
    readUntil(up, "Ctrl-C");

    processes().stream()
        .filter(p -> p.name().equals("ingest-service"))
        .forEach(ProcessRecord::kill);

    KeyPair keys = new KeyFolder(folder.resolve("keys")).open();
    assertThat(readUntil(up, "Log:"))
        .contains(
            "ingest-service has ended", "serves tracker", "trusts " + Keys.text(keys.getPublic()));
    up.destroy();
    assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void takenPortIsNamedAndNothingStarts() throws Exception {
    try (ServerSocket taken =
        new ServerSocket(PORT_BASE + 1, 1, InetAddress.getLoopbackAddress())) {
      Ended up = run("up");

      assertThat(up.exitCode()).isEqualTo(1);
      assertThat(up.output())
          .contains("Port " + taken.getLocalPort(), "ingest-service", "--port-base")
          .doesNotContain("\tat ", "Exception");
    }
  }

  @Test
  void serviceThatIsNotPackagedIsNamedAndTheRestStopped() throws Exception {
    Files.delete(home.resolve("policy-service/target/quarkus-app/quarkus-run.jar"));

    Ended up = run("up");

    assertThat(up.exitCode()).isEqualTo(1);
    assertThat(up.output())
        .contains("policy-service/target/quarkus-app/quarkus-run.jar is missing")
        .doesNotContain("\tat ");
    assertThat(processes()).isEmpty();
  }

  private record Ended(int exitCode, String output) {}

  private Ended run(String... words) throws IOException, InterruptedException {
    Process process = start(words);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  private Process start(String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Dtracker.home=" + home, "-cp", System.getProperty("java.class.path")));
    command.add(Quickstart.class.getName());
    command.addAll(List.of(words));
    command.addAll(List.of("--data", folder.toString()));
    if (words[0].equals("up")) {
      command.addAll(List.of("--port-base", Integer.toString(PORT_BASE)));
    }
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String readUntil(Process process, String word) throws IOException {
    StringBuilder read = new StringBuilder();
    String line;
    while ((line = process.inputReader().readLine()) != null) {
      read.append(line).append('\n');
      if (line.contains(word)) {
        return read.toString();
      }
    }
    return read + "(ended)";
  }

  private List<ProcessRecord> processes() {
    return new RunFile(folder).read().map(RunState::processes).orElse(List.of());
  }
}
