package ai.policytracker.quickstart.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to start.
 *
 * @param name as people call it, such as {@code query-service}
 * @param environment variables on top of this process's own
 * @param log file that takes the output; the previous one is kept beside it as {@code .1}
 * @param port TCP port on 127.0.0.1 that it listens on once it works
 */
public record Launch(
    String name,
    Tier tier,
    List<String> command,
    Map<String, String> environment,
    Path log,
    int port) {
  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
