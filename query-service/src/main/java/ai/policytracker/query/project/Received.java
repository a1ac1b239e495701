package ai.policytracker.query.project;

import ai.policytracker.policy.Change;
import ai.policytracker.wire.ChangeCodec;
import ai.policytracker.wire.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record of the topic of changes, read as far as it can be. */
sealed interface Received {

  ConsumerRecord<String, byte[]> record();

  /**
   * @param json the change as it is stored: valid text for a jsonb column
   */
  record Readable(ConsumerRecord<String, byte[]> record, Change change, String json)
      implements Received {}

  record Unreadable(ConsumerRecord<String, byte[]> record, String reason) implements Received {}

  /** Header with the number of the change within its shard, from 1 without gaps. */
  String POSITION_HEADER = "shardposition";

  static Received of(ConsumerRecord<String, byte[]> record) {
    try {
      Change change = ChangeCodec.decode(record.value());
      String json = new String(ChangeCodec.encode(change), StandardCharsets.UTF_8);
      List<String> faults = ChangeRules.brokenBy(change, json, record);
      return faults.isEmpty()
          ? new Readable(record, change, json)
          : new Unreadable(record, String.join("; ", faults));
    } catch (UnreadableEventException e) {
      return new Unreadable(record, String.valueOf(e.getMessage()).replace('\0', ' '));
    }
  }

  /** 0 where the record does not tell. */
  default long shardPosition() {
    Header header = record().headers().lastHeader(POSITION_HEADER);
    if (header == null || header.value() == null) {
      return 0;
    }
    String digits = new String(header.value(), StandardCharsets.US_ASCII);
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }
}
