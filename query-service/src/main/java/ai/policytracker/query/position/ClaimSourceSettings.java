package ai.policytracker.query.position;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalLong;

/** Sources and quotes of claims that are kept in memory. */
@ConfigMapping(prefix = "tracker.claim-sources")
public interface ClaimSourceSettings {
  /** Bytes of memory for them; an eighth of the heap where it is not set, 0 for none. */
  OptionalLong memoryBytes();
}
