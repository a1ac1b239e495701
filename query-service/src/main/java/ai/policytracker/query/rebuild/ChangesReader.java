package ai.policytracker.query.rebuild;

import ai.policytracker.query.project.Projection;
import ai.policytracker.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Brings the topic of changes into the rebuilt model, from its first record on. */
final class ChangesReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final RebuildSettings settings;
  private final Projection projection;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<Integer, Long> next = new HashMap<>();
  private long records;

  /**
   * @throws RebuildRefusedException where the topic has lost its first records
   */
  ChangesReader(String bootstrapServers, RebuildSettings settings, Projection projection) {
    this.settings = settings;
    this.projection = projection;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                settings.batchSize()),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        IntStream.range(0, Topics.SHARDS).mapToObj(ChangesReader::partition).toList();
    consumer.assign(partitions);
    if (Collections.max(consumer.beginningOffsets(partitions).values()) > 0) {
      close();
      throw new RebuildRefusedException(
          Topics.CHANGES + " has lost its first records; policy-service can send them again");
    }
    partitions.forEach(p -> next.put(p.partition(), 0L));
  }

  private static TopicPartition partition(int shard) {
    return new TopicPartition(Topics.CHANGES, shard);
  }

  /** Records projected so far. */
  long records() {
    return records;
  }

  /** How many records of those below the offsets are not projected yet. */
  long behind(Map<Integer, Long> offsets) {
    return offsets.entrySet().stream()
        .mapToLong(e -> Math.max(0, e.getValue() - next.get(e.getKey())))
        .sum();
  }

  /**
   * Projects what lies below the offsets and no more: seqs of later records are not known yet.
   *
   * @throws RebuildRefusedException where Kafka does not have it within the time that is set
   */
  void readUpTo(Map<Integer, Long> offsets) {
    next.forEach((shard, offset) -> consumer.seek(partition(shard), offset));
    long giveUpAt = System.nanoTime() + settings.readTimeout().toNanos();
    while (behind(offsets) > 0) {
      List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < offsets.get(record.partition())) {
          batch.add(record);
        }
      }
      if (!batch.isEmpty()) {
        projection.project(batch).await().indefinitely();
        batch.forEach(r -> next.put(r.partition(), r.offset() + 1));
        records += batch.size();
        giveUpAt = System.nanoTime() + settings.readTimeout().toNanos();
      } else if (System.nanoTime() > giveUpAt) {
        throw new RebuildRefusedException(
            "Kafka does not hold %d records that were projected before".formatted(behind(offsets)));
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
