package ai.policytracker.query.project;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The projection of changes into the read model. */
@ConfigMapping(prefix = "tracker.projection")
public interface ProjectionSettings {
  /** First pause before a batch is tried again while PostgreSQL is away; it doubles each time. */
  @WithDefault("100ms")
  Duration firstBackoff();

  /** Longest pause between two tries. */
  @WithDefault("5s")
  Duration longestBackoff();
}
