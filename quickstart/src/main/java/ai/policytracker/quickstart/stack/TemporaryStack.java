package ai.policytracker.quickstart.stack;

import ai.policytracker.quickstart.process.CannotStartException;
import ai.policytracker.quickstart.process.ProcessGroup;
import ai.policytracker.quickstart.process.RunFile;
import ai.policytracker.quickstart.process.RunState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Embedded stacks in temporary folders, which go when the stack is closed. */
final class TemporaryStack {
  private static final String PREFIX = "tracker-stack-" + System.getProperty("user.name") + "-";

  /** A folder without a run file is being set up, or keeps the logs of a failed start. */
  private static final Duration KEPT_WITHOUT_RUN_FILE = Duration.ofHours(1);

  private TemporaryStack() {}

  static EmbeddedStack start() {
    try {
      removeLeftovers();
      Path path = Files.createTempDirectory(PREFIX);
      DataFolder folder = DataFolder.open(path);
      ProcessGroup group = ProcessGroup.open(path, sentence -> {});
      return start(group, folder);
    } catch (IOException e) {
      throw new CannotStartException("Cannot use the temporary folder: " + e.getMessage(), e);
    }
  }

  private static EmbeddedStack start(ProcessGroup group, DataFolder folder) {
    try {
      EmbeddedStack stack = EmbeddedStack.start(group, folder, Durability.DISPOSABLE);
      group.afterStop(() -> delete(folder.path()));
      return stack;
    } catch (CannotStartException e) {
      group.close();
      throw e;
    }
  }

  /** What test runs that were killed have left: processes and folders. */
  private static void removeLeftovers() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path folder : folders) {
        if (isLeftOver(folder)) {
          new RunFile(folder).read().ifPresent(RunState::stopProcesses);
          FileTree.delete(folder);
        }
      }
    }
  }

  private static boolean isLeftOver(Path folder) throws IOException {
    return new RunFile(folder)
        .read()
        .map(state -> !state.isRunning())
        .orElse(
            Files.getLastModifiedTime(folder)
                .toInstant()
                .isBefore(Instant.now().minus(KEPT_WITHOUT_RUN_FILE)));
  }

  private static void delete(Path folder) {
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
