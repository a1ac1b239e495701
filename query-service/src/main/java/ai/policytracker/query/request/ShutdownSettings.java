package ai.policytracker.query.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The end of the process. */
@ConfigMapping(prefix = "tracker.shutdown")
public interface ShutdownSettings {
  /**
   * How long a process that is told to stop waits for answers that are under way; what takes longer
   * is broken off, an export without its last line. Kubernetes gives 30 s for all.
   */
  @WithDefault("10s")
  Duration longestWait();
}
