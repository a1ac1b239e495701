package ai.policytracker.query.position;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalLong;

/** Histories of the companies most asked for, kept in memory. */
@ConfigMapping(prefix = "tracker.histories")
public interface HistorySettings {
  /** Bytes of memory for them; an eighth of the heap where it is not set, 0 for none. */
  OptionalLong memoryBytes();

  /** Answers from the database after which a company's history is read into memory. */
  @WithDefault("3")
  int readAfter();

  /** Pause after which a company's history is read again, for what has become known since. */
  @WithDefault("10m")
  Duration readAgainAfter();
}
