package ai.policytracker.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With shell commands in place of the servers. */
class ProcessGroupTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();
  private ProcessGroup group;

  @BeforeEach
  void open() {
    group = ProcessGroup.open(folder, said::add);
  }

  @AfterEach
  void close() {
    group.close();
  }

  @Test
  void closingStopsServicesBeforeTheBrokerBeforeTheStore() {
    for (Tier tier : List.of(Tier.STORE, Tier.BROKER, Tier.SERVICE)) {
      startNotingItsEnd(tier);
    }

    group.close();

    assertThat(folder.resolve("ends"))
        .content()
        .isEqualTo("SERVICE TERM\nBROKER TERM\nSTORE INT\n");
    assertThat(said).containsExactly("Stopping SERVICE, BROKER, STORE ...");
    assertThat(new RunFile(folder).read()).isEmpty();
  }

  @Test
  void detachedProcessesGoOn() {
    ChildProcess child = start("exec sleep 60");

    group.detach();

    assertThat(child.isAlive()).isTrue();
    assertThat(new RunFile(folder).read()).get().matches(RunState::isRunning);
    child.stop();
    assertThat(new RunFile(folder).read()).get().matches(state -> !state.isRunning());
  }

  @Test
  void detachedGroupIsRefusedWhileItIsWholeAndStoppedForAnotherOnceAPartHasEnded() {
    ChildProcess child = start("exec sleep 60");
    ChildProcess other = start("exec sleep 60");
    group.detach();
    assertThatThrownBy(() -> ProcessGroup.open(folder, said::add))
        .hasMessageContaining("already runs");

    other.stop();
    group = ProcessGroup.open(folder, said::add);

    assertThat(child.isAlive()).isFalse();
    assertThat(said)
        .containsExactly("child has ended. Stopping the rest, to start all anew: child ...");
  }

  @Test
  void secondGroupOnTheFolderIsRefused() {
    assertThatThrownBy(() -> ProcessGroup.open(folder, said::add))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("already runs");
  }

  @Test
  void processWithTheSamePidButAnotherStartIsNotOurs() {
    ProcessRecord ours = start("exec sleep 60").record();

    ProcessRecord earlier =
        new ProcessRecord(ours.name(), ours.tier(), ours.pid(), Instant.EPOCH, ours.port());

    assertThat(ours.isAlive()).isTrue();
    assertThat(earlier.isAlive()).isFalse();
  }

  @Test
  void processThatEndsWhileItStartsIsReportedWithItsLastWords() {
    ChildProcess child = start("echo no room on board; exit 3");

    assertThatThrownBy(() -> child.awaitReady(() -> false, PATIENCE))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("exit code 3")
        .hasMessageContaining("no room on board")
        .hasMessageContaining(child.log().toString());
  }

  @Test
  void fullDiskIsNamed() {
    ChildProcess child = start("echo 'could not write: No space left on device'; exit 1");

    assertThatThrownBy(() -> child.awaitReady(() -> false, PATIENCE))
        .hasMessageContaining("The disk is full")
        .hasMessageContaining("--data");
  }

  @Test
  void processThatIsNeverReadyIsReportedAfterTheTime() {
    ChildProcess child = start("exec sleep 60");

    assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofMillis(50)))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("not ready");
  }

  @Test
  void previousLogIsKept() {
    start("echo first").onExit().join();
    start("echo second").onExit().join();

    assertThat(folder.resolve("child.log.1")).content().isEqualTo("first\n");
    assertThat(folder.resolve("child.log")).content().isEqualTo("second\n");
  }

  @Test
  void nothingStartsInAClosedGroup() {
    group.close();

    assertThatThrownBy(() -> start("exec sleep 60")).isInstanceOf(CannotStartException.class);
  }

  private ChildProcess start(String script) {
    return group.start(
        new Launch(
            "child",
            Tier.SERVICE,
            List.of("/bin/sh", "-c", script),
            Map.of(),
            folder.resolve("child.log"),
            0));
  }

  private void startNotingItsEnd(Tier tier) {
    String script =
        """
        trap 'echo $TIER TERM >> ends; exit' TERM
        trap 'echo $TIER INT >> ends; exit' INT
        touch $TIER.ready
        while true; do sleep 0.05; done
        """;
    Path log = folder.resolve(tier + ".log");
    ChildProcess child =
        group.start(
            new Launch(
                tier.name(),
                tier,
                withDefaultSignals("/bin/sh", "-c", "cd " + folder + "\n" + script),
                Map.of("TIER", tier.name()),
                log,
                0));
    child.awaitReady(() -> Files.exists(folder.resolve(tier + ".ready")), PATIENCE);
  }

  /** A shell cannot trap what was ignored when it began, as under nohup and in the background. */
  private static List<String> withDefaultSignals(String... command) {
    List<String> words = new ArrayList<>();
    if (System.getProperty("os.name").equals("Linux")) {
      words.addAll(List.of("env", "--default-signal"));
    }
    words.addAll(List.of(command));
    return words;
  }
}
