package ai.policytracker.shell;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** Kafka, as far as all services share it. */
@ConfigMapping(prefix = "tracker.kafka")
public interface KafkaSettings {
  /** Creates missing topics at start; false where ops create them. */
  @WithDefault("true")
  boolean createTopics();

  /** Replicas of a topic that is created here; -1 takes the broker's default. */
  @WithDefault("-1")
  short replicationFactor();

  /** Longest wait for the broker at start, and for the acknowledgement of a record. */
  @WithDefault("30s")
  @WithName("timeout")
  Duration timeout();
}
