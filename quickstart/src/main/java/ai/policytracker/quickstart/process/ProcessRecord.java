package ai.policytracker.quickstart.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A started process as the run file remembers it. The start time tells it from a later process that
 * got the same pid.
 *
 * @param startedAt as the operating system reports it
 * @param port TCP port on 127.0.0.1; 0 where it has none
 */
public record ProcessRecord(String name, Tier tier, long pid, Instant startedAt, int port) {
  /** The system derives start times from ticks since boot, so two readings may differ a little. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(3);

  static ProcessRecord of(String name, Tier tier, ProcessHandle handle, int port) {
    Instant startedAt = handle.info().startInstant().orElseGet(Instant::now);
    return new ProcessRecord(name, tier, handle.pid(), startedAt, port);
  }

  /** Whether this very process still runs. */
  public boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(this::startedThen)
        .filter(handle -> !isZombie())
        .isPresent();
  }

  private boolean startedThen(ProcessHandle handle) {
    return handle
        .info()
        .startInstant()
        .map(start -> Duration.between(start, startedAt).abs().compareTo(START_TOLERANCE) < 0)
        .orElse(true);
  }

  /** A process that has ended, but that no parent has waited for yet, is listed all the same. */
  private boolean isZombie() {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    try {
      return Files.exists(stat) && Files.readString(stat).contains(") Z ");
    } catch (IOException endedMeanwhile) {
      return true;
    }
  }

  void signalStop() {
    if (isAlive()) {
      Signals.send(tier.stopSignal(), pid);
    }
  }

  /** Waits until it has ended; kills it when the tier's time is over. */
  void awaitStop() {
    if (!Waiting.until(() -> !isAlive(), tier.stopTimeout())) {
      kill();
      Waiting.until(() -> !isAlive(), Duration.ofSeconds(5));
    }
  }

  /** Ends it at once, without a chance to tidy up. */
  public void kill() {
    if (isAlive()) {
      Signals.send("KILL", pid);
    }
  }
}
