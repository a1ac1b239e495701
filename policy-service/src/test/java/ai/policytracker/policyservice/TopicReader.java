package ai.policytracker.policyservice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads a topic from its beginning until enough was seen. */
final class TopicReader {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private TopicReader() {}

  static List<ConsumerRecord<String, byte[]>> readUntil(
      String topic, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers());
    List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
      while (!enough.test(seen)) {
        if (System.nanoTime() > giveUpAt) {
          throw new AssertionError(
              "gave up on %s after %s with %d records".formatted(topic, PATIENCE, seen.size()));
        }
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
      }
    }
    return seen;
  }

  static String bootstrapServers() {
    return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
  }
}
