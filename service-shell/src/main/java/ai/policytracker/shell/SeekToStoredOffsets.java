package ai.policytracker.shell;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Starts each assigned partition where PostgreSQL says, not where Kafka's group does. */
@ApplicationScoped
@Identifier(SeekToStoredOffsets.NAME)
public class SeekToStoredOffsets implements KafkaConsumerRebalanceListener {
  public static final String NAME = "stored-offsets";

  private final Shards shards;
  private volatile boolean stopping;

  SeekToStoredOffsets(Shards shards) {
    this.shards = shards;
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  /** What the process's consumers leave to each other while it ends is no longer read. */
  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    if (stopping) {
      consumer.pause(List.copyOf(partitions));
      return;
    }
    Map<Integer, Long> offsets = shards.nextOffsets();
    partitions.forEach(p -> consumer.seek(p, offsets.getOrDefault(p.partition(), 0L)));
  }
}
