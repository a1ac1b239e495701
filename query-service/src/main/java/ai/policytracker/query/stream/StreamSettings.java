package ai.policytracker.query.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Streams of changes. */
@ConfigMapping(prefix = "tracker.stream")
public interface StreamSettings {
  /**
   * After so long without an event a stream sends a heartbeat, so that nobody takes it for dead.
   */
  @WithDefault("15s")
  Duration heartbeat();

  /** Streams that are open at once in this process; more are answered 429. */
  @WithDefault("1000")
  int mostOpen();

  /**
   * Changes that a client may be behind. One that is further is sent a {@code reset} and goes on
   * from the newest change; it reads what lies between from the feed.
   */
  @WithDefault("100000")
  long mostBehind();

  /** How long a client waits before it connects again; sent as {@code retry}. */
  @WithDefault("2s")
  Duration reconnectAfter();
}
