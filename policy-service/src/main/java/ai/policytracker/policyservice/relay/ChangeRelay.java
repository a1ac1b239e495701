package ai.policytracker.policyservice.relay;

import ai.policytracker.shell.BatchSender;
import ai.policytracker.shell.CloudEvent;
import ai.policytracker.shell.PollingLoop;
import ai.policytracker.wire.ChangeCodec;
import ai.policytracker.wire.Topics;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Publishes the table of changes, shard by shard in the order of positions, and remembers how far.
 * Safe with several instances: each round works on the shards that nobody else holds. What was sent
 * but not remembered is sent again; readers go by the company's version.
 */
@ApplicationScoped
public class ChangeRelay {
  /** Header with the change's place in its shard, gapless from 1. */
  public static final String POSITION_HEADER = "shardposition";

  private static final String SOURCE = "/policy-service";

  private final Pool pool;
  private final BatchSender sender;
  private final Heartbeats heartbeats;
  private final RelaySettings settings;
  private final PollingLoop loop;

  ChangeRelay(Pool pool, BatchSender sender, Heartbeats heartbeats, RelaySettings settings) {
    this.pool = pool;
    this.sender = sender;
    this.heartbeats = heartbeats;
    this.settings = settings;
    this.loop = new PollingLoop("change-relay", settings.pollInterval(), this::round);
  }

  /** Blocks. A topic with another id than the last one is new and gets everything again. */
  public void start(String topicId) {
    pool.preparedQuery(
            """
            INSERT INTO change_relay (shard, topic_id, published_position)
            SELECT shard, $1, 0 FROM shard
            ON CONFLICT (shard) DO UPDATE SET topic_id = $1, published_position = 0
            WHERE change_relay.topic_id <> $1""")
        .execute(Tuple.of(topicId))
        .await()
        .indefinitely();
    loop.start();
  }

  public void wake() {
    loop.wake();
  }

  boolean isHealthy() {
    return !loop.isFailing() && !loop.isDead();
  }

  public void stop() {
    loop.close();
  }

  private boolean round() {
    boolean full = pool.withTransaction(this::publish).await().indefinitely();
    if (!full) {
      heartbeats.send();
    }
    return full;
  }

  private Uni<Boolean> publish(SqlConnection tx) {
    return tx.preparedQuery(
            """
            WITH mine AS (
              SELECT shard, published_position FROM change_relay
              ORDER BY shard FOR UPDATE SKIP LOCKED)
            SELECT c.shard, c.position, c.change_id, c.company, c.recorded_at,
              convert_to(c.payload::text, 'UTF8') AS payload
            FROM mine, LATERAL (
              SELECT * FROM policy_change
              WHERE shard = mine.shard AND position > mine.published_position
              ORDER BY position LIMIT $1) c
            ORDER BY c.shard, c.position""")
        .execute(Tuple.of(settings.batchSize()))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(this::send)
        .call(rows -> remember(tx, rows))
        .map(rows -> rows.size() >= settings.batchSize());
  }

  private void send(RowSet<Row> rows) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>(rows.size());
    rows.forEach(row -> records.add(record(row)));
    if (!records.isEmpty()) {
      sender.send(records);
    }
  }

  private static ProducerRecord<String, byte[]> record(Row row) {
    String company = row.getString("company");
    Instant recordedAt = row.getOffsetDateTime("recorded_at").toInstant();
    CloudEvent event =
        new CloudEvent(row.getString("change_id"), ChangeCodec.TYPE, SOURCE, company, recordedAt);
    ProducerRecord<String, byte[]> record =
        event.record(Topics.CHANGES, company, row.getBuffer("payload").getBytes());
    String position = Long.toString(row.getLong("position"));
    record.headers().add(POSITION_HEADER, position.getBytes(StandardCharsets.UTF_8));
    return record;
  }

  private static Uni<Void> remember(SqlConnection tx, RowSet<Row> rows) {
    Map<Integer, Long> last = new TreeMap<>();
    rows.forEach(row -> last.put(row.getInteger("shard"), row.getLong("position")));
    if (last.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(
            """
            UPDATE change_relay SET published_position = row.position
            FROM unnest($1::int[], $2::bigint[]) AS row (shard, position)
            WHERE change_relay.shard = row.shard""")
        .execute(
            Tuple.of(last.keySet().toArray(Integer[]::new), last.values().toArray(Long[]::new)))
        .replaceWithVoid();
  }
}
