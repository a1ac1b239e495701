package ai.policytracker.quickstart.stack;

import ai.policytracker.quickstart.process.CannotStartException;
import ai.policytracker.quickstart.process.ChildProcess;
import ai.policytracker.quickstart.process.Launch;
import ai.policytracker.quickstart.process.LogTail;
import ai.policytracker.quickstart.process.ProcessGroup;
import ai.policytracker.quickstart.process.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL as a process of this machine, reachable from this machine only. */
final class PostgresServer {
  static final String USER = "tracker";

  /** It listens on the loopback address only, so this keeps nobody out but other local users. */
  static final String PASSWORD = "tracker";

  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  private final Path programs;
  private final DataFolder folder;
  private final Durability durability;

  PostgresServer(Path programs, DataFolder folder, Durability durability) {
    this.programs = programs;
    this.folder = folder;
    this.durability = durability;
  }

  /** Creates the empty database cluster. */
  void initialise() {
    Path log = folder.logs().resolve("postgres-init.log");
    Path passwordFile = folder.path().resolve("postgres-password.tmp");
    try {
      Files.createDirectories(log.getParent());
      Files.writeString(passwordFile, PASSWORD + "\n");
      Process initdb =
          new ProcessBuilder(initialiseCommand(passwordFile))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      int exitCode = initdb.waitFor();
      Files.delete(passwordFile);
      if (exitCode != 0) {
        throw new CannotStartException(
            "PostgreSQL's data folder could not be created.\n" + LogTail.explain(log));
      }
    } catch (IOException e) {
      throw new CannotStartException("Cannot run initdb: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("Stopped while PostgreSQL's data folder was created.", e);
    }
  }

  /** Starts it and waits until it takes sessions. */
  ChildProcess start(ProcessGroup group, StackAddress address) {
    PostmasterPid.removeStale(folder.postgres());
    ChildProcess server =
        group.start(
            new Launch(
                "postgres",
                Tier.STORE,
                serverCommand(address.postgresPort()),
                Map.of(),
                folder.logs().resolve("postgres.log"),
                address.postgresPort()));
    server.awaitPort(START_TIMEOUT);
    server.awaitReady(() -> Databases.answers(address), START_TIMEOUT);
    return server;
  }

  private List<String> initialiseCommand(Path passwordFile) {
    List<String> command = asNonRoot("initdb");
    command.addAll(List.of("--pgdata=" + folder.postgres(), "--username=" + USER));
    command.addAll(List.of("--pwfile=" + passwordFile, "--auth=scram-sha-256"));
    command.addAll(List.of("--encoding=UTF8", "--locale=C"));
    command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    if (durability == Durability.DISPOSABLE) {
      command.add("--no-sync");
    }
    return command;
  }

  private List<String> serverCommand(int port) {
    List<String> command = asNonRoot("postgres");
    command.addAll(List.of("-D", folder.postgres().toString()));
    List<String> settings =
        new ArrayList<>(
            List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                // TCP alone: a socket's path has a length limit that a deep folder exceeds.
                "unix_socket_directories=",
                "shared_buffers=64MB",
                "max_connections=100",
                "timezone=UTC",
                "log_timezone=UTC"));
    settings.addAll(durability.postgresSettings());
    settings.forEach(setting -> command.addAll(List.of("-c", setting)));
    return command;
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
  private List<String> asNonRoot(String program) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(programs.resolve("bin").resolve(program).toString());
    return command;
  }
}
