package ai.policytracker.query;

import ai.policytracker.policy.Change;
import ai.policytracker.shell.Shards;
import ai.policytracker.wire.ChangeCodec;
import ai.policytracker.wire.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends what policy-service would send. */
@Singleton
public class ChangesTopic {
  private final KafkaProducer<String, byte[]> producer;
  private final long[] positions = new long[Topics.SHARDS];

  ChangesTopic(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  public List<ProducerRecord<String, byte[]>> records(List<Change> changes) {
    return changes.stream()
        .map(change -> record(change.company(), ChangeCodec.encode(change)))
        .toList();
  }

  private ProducerRecord<String, byte[]> record(String key, byte[] value) {
    int shard = Shards.of(key);
    var record = new ProducerRecord<String, byte[]>(Topics.CHANGES, shard, key, value);
    record.headers().add("shardposition", bytes(Long.toString(++positions[shard])));
    return record;
  }

  public void send(List<ProducerRecord<String, byte[]>> records) {
    records.forEach(producer::send);
    producer.flush();
  }

  public void sendChanges(Change... changes) {
    sendChanges(List.of(changes));
  }

  public void sendChanges(List<Change> changes) {
    send(records(changes));
  }

  /** Sends what these claims change, one after the other, and waits until all can be read. */
  public WriteSide project(Instant firstRecordedAt, Told... told) {
    WriteSide writeSide = new WriteSide(firstRecordedAt);
    for (Told each : told) {
      sendChanges(writeSide.append(each.event()));
    }
    writeSide.companies().forEach(c -> Api.waitForChanges(c, writeSide.version(c)));
    return writeSide;
  }

  public void sendRaw(String key, byte[] value) {
    send(List.of(record(key, value)));
  }

  /** All that was sent so far is all there was before that time. */
  public void heartbeat(Instant recordedAt) {
    heartbeat(recordedAt, 0);
  }

  /** Tells of a change in each shard that has not come yet. */
  public void heartbeatAhead(Instant recordedAt) {
    heartbeat(recordedAt, 1);
  }

  private void heartbeat(Instant recordedAt, int ahead) {
    for (int shard = 0; shard < Topics.SHARDS; shard++) {
      String json =
          "{\"shard\":%d,\"position\":%d,\"recordedAt\":\"%s\"}"
              .formatted(shard, positions[shard] + ahead, recordedAt);
      producer.send(new ProducerRecord<>(Topics.HEARTBEATS, Integer.toString(shard), bytes(json)));
    }
    producer.flush();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @PreDestroy
  void close() {
    producer.close();
  }
}
