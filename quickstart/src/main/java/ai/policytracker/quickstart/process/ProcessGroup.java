package ai.policytracker.quickstart.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The processes that run on one folder. They are stopped, tier by tier, when the group is closed or
 * this JVM ends (SIGTERM and Ctrl-C included). After a {@code kill -9} of this JVM they go on; the
 * next {@link #open} on the folder finds them by the run file and stops them.
 */
public final class ProcessGroup implements AutoCloseable {
  private final RunFile runFile;
  private final FileChannel lockFile;
  private final Consumer<String> progress;
  private final List<ProcessRecord> started = new ArrayList<>();
  private final Thread shutdownHook = new Thread(this::stopAll, "stop-processes");
  private Runnable afterStop = () -> {};
  private boolean closed;

  private ProcessGroup(RunFile runFile, FileChannel lockFile, Consumer<String> progress) {
    this.runFile = runFile;
    this.lockFile = lockFile;
    this.progress = progress;
  }

  /**
   * Takes the folder for this JVM, and stops what is left over on it: of a killed run, or of a
   * detached one of which a part has ended.
   *
   * @param progress told in a sentence what is going on
   * @throws CannotStartException if another run has the folder
   */
  public static ProcessGroup open(Path folder, Consumer<String> progress) {
    RunFile runFile = new RunFile(folder);
    if (runFile.read().filter(RunState::isWhole).isPresent()) {
      throw inUse(folder);
    }
    FileChannel lockFile = lock(folder);
    runFile.read().ifPresent(state -> stopLeftovers(state, progress));
    ProcessGroup group = new ProcessGroup(runFile, lockFile, progress);
    group.save(false);
    Runtime.getRuntime().addShutdownHook(group.shutdownHook);
    return group;
  }

  /**
   * Starts a process.
   *
   * @throws CannotStartException if it cannot be started, or the group is being closed
   */
  public synchronized ChildProcess start(Launch launch) {
    if (closed) {
      throw new CannotStartException("Stopped while " + launch.name() + " was to start.");
    }
    try {
      keepPrevious(launch.log());
      ProcessBuilder builder = new ProcessBuilder(OwnSession.wrap(launch.command()));
      builder.environment().putAll(launch.environment());
      builder.redirectErrorStream(true).redirectOutput(launch.log().toFile());
      builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
      ChildProcess child = new ChildProcess(launch, builder.start());
      started.removeIf(record -> !record.isAlive());
      started.add(child.record());
      save(false);
      return child;
    } catch (IOException e) {
      throw new CannotStartException("Cannot start " + launch.name() + ": " + e.getMessage(), e);
    }
  }

  /** Whether it is closed or being closed, so that ends of its processes are no news. */
  public synchronized boolean isClosed() {
    return closed;
  }

  /** Runs once when all processes have been stopped, also when the JVM ends. */
  public synchronized void afterStop(Runnable action) {
    afterStop = action;
  }

  /** Lets the processes go on without this JVM. */
  public synchronized void detach() {
    save(true);
    closed = true;
    forgetHook();
    release();
  }

  /** Stops all processes; returns when they have ended. */
  @Override
  public void close() {
    stopAll();
    forgetHook();
  }

  private synchronized void stopAll() {
    if (closed) {
      return;
    }
    closed = true;
    RunState state = state(false);
    if (!state.alive().isEmpty()) {
      progress.accept("Stopping " + state.names() + " ...");
      state.stopProcesses();
    }
    runFile.delete();
    release();
    afterStop.run();
  }

  private void forgetHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException shuttingDown) {
      // The hook runs or is about to; it finds the group closed.
    }
  }

  private void save(boolean detached) {
    runFile.write(state(detached));
  }

  private RunState state(boolean detached) {
    ProcessRecord owner = ProcessRecord.of("tracker", Tier.SERVICE, ProcessHandle.current(), 0);
    return new RunState(owner, detached, started);
  }

  private void release() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stopLeftovers(RunState state, Consumer<String> progress) {
    if (!state.alive().isEmpty()) {
      progress.accept(
          state.isRunning()
              ? state.namesOfEnded()
                  + " has ended. Stopping the rest, to start all anew: "
                  + state.names()
                  + " ..."
              : "Stopping what a killed run has left over: " + state.names() + " ...");
      state.stopProcesses();
    }
  }

  private static FileChannel lock(Path folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw inUse(folder);
      }
      return channel;
    } catch (IOException e) {
      throw new CannotStartException("Cannot use the folder " + folder + ": " + e.getMessage(), e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisJvm) {
      return null;
    }
  }

  private static void keepPrevious(Path log) throws IOException {
    Files.createDirectories(log.getParent());
    if (Files.exists(log)) {
      Path previous = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static CannotStartException inUse(Path folder) {
    return new CannotStartException(
        "The tracker already runs on "
            + folder
            + ".\n\"./tracker status\" shows it. If a part of it has ended, \"./tracker down\" and then"
            + " \"up\" bring all back (with the same --data).");
  }
}
