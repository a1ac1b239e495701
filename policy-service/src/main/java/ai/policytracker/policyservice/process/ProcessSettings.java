package ai.policytracker.policyservice.process;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalLong;

/** How events are folded. */
@ConfigMapping(prefix = "tracker.process")
public interface ProcessSettings {
  /**
   * Claims whose folds are kept in memory, about 1.2 kB each; others are read from the database
   * when an event touches their subject; a subject counts as four more. Unless set, as many as fit
   * into a quarter of the heap.
   */
  OptionalLong cachedClaims();

  /** How often it is looked for stated dates that have come. */
  @WithDefault("60s")
  Duration datesInterval();

  /**
   * False: neither are records taken nor changes published; set by the commands that run beside the
   * service.
   */
  @WithDefault("true")
  boolean serving();
}
