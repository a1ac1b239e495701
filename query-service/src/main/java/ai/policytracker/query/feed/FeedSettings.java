package ai.policytracker.query.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Following the change log. */
@ConfigMapping(prefix = "tracker.feed")
public interface FeedSettings {
  /**
   * Pause between two looks at the change log; 20 to 100 ms. A projection in the same process wakes
   * the tail besides, so this is how far an instance without one may be behind.
   */
  @WithDefault("50ms")
  Duration pollInterval();

  /** How long a read waits for the {@code minVersion} or {@code minSeq} that it asks for. */
  @WithDefault("5s")
  Duration longestWait();

  /** Companies whose version is kept in memory, about 150 bytes each. */
  @WithDefault("50000")
  int companiesInMemory();
}
