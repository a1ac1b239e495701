package ai.policytracker.ingest.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events travel from the outbox to Kafka. */
@ConfigMapping(prefix = "tracker.relay")
public interface RelaySettings {
  /** Longest time between two looks at the outbox; a commit of this instance wakes it at once. */
  @WithDefault("100ms")
  Duration interval();

  /** Events sent, acknowledged and removed in one transaction, at most. */
  @WithDefault("500")
  int batchSize();

  /** Time between two measurements of the outbox for the metrics. */
  @WithDefault("5s")
  Duration measureEvery();

  /** A relay that has failed for so long makes the instance not ready. */
  @WithDefault("60s")
  Duration stuckAfter();
}
