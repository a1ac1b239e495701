package ai.policytracker.shell;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Starts each assigned partition where PostgreSQL says, not where Kafka's group does. */
@ApplicationScoped
@Identifier(SeekToStoredOffsets.NAME)
public class SeekToStoredOffsets implements KafkaConsumerRebalanceListener {
  public static final String NAME = "stored-offsets";

  private final Shards shards;

  SeekToStoredOffsets(Shards shards) {
    this.shards = shards;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    Map<Integer, Long> offsets = shards.nextOffsets();
    partitions.forEach(p -> consumer.seek(p, offsets.getOrDefault(p.partition(), 0L)));
  }
}
