package ai.policytracker.policyservice.relay;

import ai.policytracker.shell.CloudEvent;
import ai.policytracker.wire.ChangeCodec;
import ai.policytracker.wire.Topics;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A committed change as it is published.
 *
 * @param position in its shard, gapless from 1
 * @param payload the bytes that the table holds
 */
public record OutboxRow(
    int shard, long position, String changeId, String company, Instant recordedAt, byte[] payload) {
  private static final String SOURCE = "/policy-service";

  static OutboxRow of(Row row) {
    return new OutboxRow(
        row.getInteger("shard"),
        row.getLong("position"),
        row.getString("change_id"),
        row.getString("company"),
        row.getOffsetDateTime("recorded_at").toInstant(),
        row.getBuffer("payload").getBytes());
  }

  ProducerRecord<String, byte[]> record() {
    ProducerRecord<String, byte[]> record =
        new CloudEvent(changeId, ChangeCodec.TYPE, SOURCE, company, recordedAt)
            .record(Topics.CHANGES, company, payload);
    record
        .headers()
        .add(ChangeRelay.POSITION_HEADER, Long.toString(position).getBytes(StandardCharsets.UTF_8));
    return record;
  }
}
