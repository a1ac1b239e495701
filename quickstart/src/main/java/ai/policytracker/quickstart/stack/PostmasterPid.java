package ai.policytracker.quickstart.stack;

import ai.policytracker.quickstart.process.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file by which a PostgreSQL server says that it has its data folder. A killed server leaves
 * it, and PostgreSQL then refuses to start when any other process has got its pid.
 */
final class PostmasterPid {
  private PostmasterPid() {}

  /**
   * Removes the file if no PostgreSQL server runs under its pid.
   *
   * @throws CannotStartException if one does
   */
  static void removeStale(Path cluster) {
    Path file = cluster.resolve("postmaster.pid");
    try {
      if (!Files.exists(file)) {
        return;
      }
      Optional<ProcessHandle> server = serverOf(file);
      if (server.isPresent()) {
        throw new CannotStartException(
            "Another PostgreSQL server (process "
                + server.get().pid()
                + ") uses "
                + cluster
                + ". Stop it first.");
      }
      Files.delete(file);
    } catch (IOException e) {
      throw new CannotStartException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static Optional<ProcessHandle> serverOf(Path file) throws IOException {
    String pid = Files.readString(file).lines().findFirst().orElse("").strip();
    if (!pid.matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(pid))
        .filter(ProcessHandle::isAlive)
        .filter(handle -> handle.info().command().filter(c -> c.endsWith("/postgres")).isPresent());
  }
}
