package ai.policytracker.query.position;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalLong;

/** Sources and quotes of announcements that are kept in memory. */
@ConfigMapping(prefix = "tracker.sources")
public interface SourceSettings {
  /** Bytes of memory for them; a quarter of the heap where it is not set, 0 for none. */
  OptionalLong memoryBytes();
}
