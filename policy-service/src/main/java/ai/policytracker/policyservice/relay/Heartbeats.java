package ai.policytracker.policyservice.relay;

import ai.policytracker.shell.BatchSender;
import ai.policytracker.shell.CloudEvent;
import ai.policytracker.wire.Json;
import ai.policytracker.wire.Topics;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Tells, for shards with nothing left to publish, up to which known time they have nothing more to
 * say: the shard's recorded time is moved on first, so that any later change is recorded later.
 */
@ApplicationScoped
class Heartbeats {
  static final String TYPE = "ShardHeartbeat";
  private static final String SOURCE = "/policy-service";

  private final Pool pool;
  private final BatchSender sender;
  private final RelaySettings settings;

  Heartbeats(Pool pool, BatchSender sender, RelaySettings settings) {
    this.pool = pool;
    this.sender = sender;
    this.settings = settings;
  }

  /** Blocks. A shard that is being written to is left out: it is not idle. */
  void send() {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    pool.preparedQuery(
            """
            WITH idle AS (
              SELECT shard FROM shard JOIN change_relay USING (shard)
              WHERE published_position = last_change_position
                AND last_recorded_at < clock_timestamp() - $1 * interval '1 millisecond'
              ORDER BY shard FOR UPDATE OF shard SKIP LOCKED)
            UPDATE shard SET last_recorded_at = clock_timestamp()
            FROM idle WHERE shard.shard = idle.shard
            RETURNING shard.shard, shard.last_change_position, shard.last_recorded_at""")
        .execute(Tuple.of((double) settings.heartbeatInterval().toMillis()))
        .await()
        .indefinitely()
        .forEach(row -> records.add(record(row)));
    if (!records.isEmpty()) {
      sender.send(records);
    }
  }

  private static ProducerRecord<String, byte[]> record(Row row) {
    String shard = Integer.toString(row.getInteger(0));
    long position = row.getLong(1);
    Instant recordedAt = row.getOffsetDateTime(2).toInstant();
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("shard", row.getInteger(0));
    body.put("position", position);
    body.put("recordedAt", recordedAt.toString());
    String id = shard + "/" + recordedAt;
    return new CloudEvent(id, TYPE, SOURCE, shard, recordedAt)
        .record(Topics.HEARTBEATS, shard, body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
