package ai.policytracker.query.rebuild;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The rebuild of the read model. */
@ConfigMapping(prefix = "tracker.rebuild")
public interface RebuildSettings {
  /** Records projected in one transaction. */
  @WithDefault("1000")
  int batchSize();

  /**
   * The running projection is held up, for the swap, once the rebuilt one is at most so many
   * records behind it.
   */
  @WithDefault("2000")
  int recordsBehindAtSwap();

  /** How long one try of the swap waits for reads in flight, and so holds up new ones. */
  @WithDefault("500ms")
  Duration swapLockTimeout();

  /** Tries of the swap before the running read model stays. */
  @WithDefault("60")
  int swapTries();

  /** Longest wait for records that the running projection has read already. */
  @WithDefault("60s")
  Duration readTimeout();
}
