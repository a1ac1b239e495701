package ai.policytracker.quickstart.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** A process that this one has started. */
public final class ChildProcess {
  private final Launch launch;
  private final Process process;
  private final ProcessRecord record;

  ChildProcess(Launch launch, Process process) {
    this.launch = launch;
    this.process = process;
    this.record = ProcessRecord.of(launch.name(), launch.tier(), process.toHandle(), launch.port());
  }

  public String name() {
    return launch.name();
  }

  public Path log() {
    return launch.log();
  }

  public ProcessRecord record() {
    return record;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public CompletableFuture<ChildProcess> onExit() {
    return process.onExit().thenApply(ended -> this);
  }

  /**
   * Waits until the process works.
   *
   * @throws CannotStartException if it ends before, or the time is over; with its last log lines
   */
  public void awaitReady(BooleanSupplier ready, Duration timeout) {
    boolean settled = Waiting.until(() -> !process.isAlive() || ready.getAsBoolean(), timeout);
    if (!process.isAlive()) {
      throw new CannotStartException(
          name()
              + " ended while it started (exit code "
              + process.exitValue()
              + ").\n"
              + lastWords());
    }
    if (!settled) {
      throw new CannotStartException(
          name() + " was not ready after " + timeout.toSeconds() + " s.\n" + lastWords());
    }
  }

  /** Waits until it takes connections on its port. */
  public void awaitPort(Duration timeout) {
    awaitReady(() -> accepts(launch.port()), timeout);
  }

  /** Asks it to stop and waits; kills it when its tier's time is over. */
  public void stop() {
    record.signalStop();
    record.awaitStop();
  }

  private String lastWords() {
    return LogTail.explain(launch.log());
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
