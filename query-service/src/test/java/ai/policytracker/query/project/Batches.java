package ai.policytracker.query.project;

import ai.policytracker.policy.Change;
import ai.policytracker.shell.Shards;
import ai.policytracker.wire.ChangeCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records as they would come from the topic: one partition's offsets grow with each. */
final class Batches {
  private final Map<Integer, Long> offsets = new HashMap<>();

  ConsumerRecord<String, byte[]> record(String key, byte[] value) {
    int partition = Shards.of(key);
    long offset = offsets.merge(partition, 1L, Long::sum) - 1;
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>("policy.changes.v1", partition, offset, key, value);
    record
        .headers()
        .add(
            Received.POSITION_HEADER,
            Long.toString(offset + 1).getBytes(StandardCharsets.US_ASCII));
    return record;
  }

  Received of(Change change) {
    return Received.of(record(change.company(), ChangeCodec.encode(change)));
  }

  List<Received> of(List<Change> changes) {
    List<Received> received = new ArrayList<>();
    changes.forEach(change -> received.add(of(change)));
    return received;
  }
}
