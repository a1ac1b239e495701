package ai.policytracker.quickstart.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;

/** The Docker engine of this machine, if there is one. */
final class ContainerEngine {
  private static final String NONE = "no Docker engine answers";

  private ContainerEngine() {}

  /** Why Testcontainers cannot be used here; empty when it can. */
  static Optional<String> problem() {
    if (!mayBeThere()) {
      return Optional.of(NONE);
    }
    try {
      boolean available = DockerClientFactory.instance().isDockerAvailable();
      return available ? Optional.empty() : Optional.of(NONE);
    } catch (ContainerFetchException | IllegalStateException e) {
      // An engine answers, but Testcontainers cannot fetch or run the container that tidies up.
      return Optional.of(e.getMessage());
    }
  }

  /** Testcontainers' own search takes seconds and logs stack traces where there is no engine. */
  private static boolean mayBeThere() {
    if (System.getenv("DOCKER_HOST") != null) {
      return true;
    }
    String home = System.getProperty("user.home");
    String runtime = System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/run/user/0");
    return Stream.of(
            "/var/run/docker.sock",
            runtime + "/docker.sock",
            home + "/.docker/run/docker.sock",
            home + "/.docker/desktop/docker.sock",
            home + "/.testcontainers.properties")
        .map(Path::of)
        .anyMatch(Files::exists);
  }
}
