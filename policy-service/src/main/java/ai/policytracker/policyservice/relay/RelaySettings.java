package ai.policytracker.policyservice.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes and parked records leave the database. */
@ConfigMapping(prefix = "tracker.relay")
public interface RelaySettings {
  /** Longest time that a committed change waits where no wake-up came, as after a crash. */
  @WithDefault("100ms")
  Duration pollInterval();

  /** Changes of one shard, or parked records, that are sent at once. */
  @WithDefault("500")
  int batchSize();

  /**
   * How often a shard without changes tells its recorded time; bounds how late an answer is final.
   */
  @WithDefault("1s")
  Duration heartbeatInterval();
}
