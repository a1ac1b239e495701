package ai.policytracker.quickstart.stack;

import ai.policytracker.quickstart.process.CannotStartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The project's root folder: the system property {@code tracker.home}, else the variable {@code
 * TRACKER_HOME}, else the nearest folder upwards from the working folder that holds the project.
 */
public final class TrackerHome {
  private static final String MARK = "quickstart/broker/pom.xml";

  private TrackerHome() {}

  public static Path find() {
    String given = System.getProperty("tracker.home", System.getenv("TRACKER_HOME"));
    if (given != null && !given.isBlank()) {
      return Path.of(given).toAbsolutePath().normalize();
    }
    Path start = Path.of("").toAbsolutePath();
    return Stream.iterate(start, folder -> folder != null, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve(MARK)))
        .findFirst()
        .orElseThrow(
            () ->
                new CannotStartException(
                    "Found no tracker project in " + start + " or above it. Set TRACKER_HOME."));
  }
}
