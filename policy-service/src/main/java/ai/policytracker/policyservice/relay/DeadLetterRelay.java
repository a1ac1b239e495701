package ai.policytracker.policyservice.relay;

import ai.policytracker.shell.BatchSender;
import ai.policytracker.shell.PollingLoop;
import ai.policytracker.wire.Topics;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Copies parked records to the dead-letter topic, as they came, with the reason in a header. */
@ApplicationScoped
public class DeadLetterRelay {
  private final Pool pool;
  private final BatchSender sender;
  private final RelaySettings settings;
  private final PollingLoop loop;

  DeadLetterRelay(Pool pool, BatchSender sender, RelaySettings settings) {
    this.pool = pool;
    this.sender = sender;
    this.settings = settings;
    this.loop = new PollingLoop("dead-letter-relay", settings.pollInterval(), this::round);
  }

  public void start() {
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
    return pool.withTransaction(this::relay).await().indefinitely();
  }

  private Uni<Boolean> relay(SqlConnection tx) {
    return tx.preparedQuery(
            """
            SELECT topic, topic_partition, record_offset, record_key, record_value, headers, reason
            FROM parked_record WHERE relayed_at IS NULL
            ORDER BY parked_at LIMIT $1 FOR UPDATE SKIP LOCKED""")
        .execute(Tuple.of(settings.batchSize()))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(this::send)
        .call(rows -> markRelayed(tx, rows))
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
    byte[] value = bytes(row.getBuffer("record_value"));
    byte[] key = bytes(row.getBuffer("record_key"));
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            Topics.CLAIMS_DEAD_LETTER,
            key == null ? null : new String(key, StandardCharsets.UTF_8),
            value);
    JsonObject headers = row.getJsonObject("headers");
    headers.forEach(
        header ->
            record
                .headers()
                .add(header.getKey(), Base64.getDecoder().decode((String) header.getValue())));
    add(record, "dlq-reason", row.getString("reason"));
    add(record, "dlq-topic", row.getString("topic"));
    add(record, "dlq-partition", Integer.toString(row.getInteger("topic_partition")));
    add(record, "dlq-offset", Long.toString(row.getLong("record_offset")));
    return record;
  }

  private static byte[] bytes(Buffer buffer) {
    return buffer == null ? null : buffer.getBytes();
  }

  private static void add(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static Uni<Void> markRelayed(SqlConnection tx, RowSet<Row> rows) {
    List<Tuple> keys = new ArrayList<>(rows.size());
    rows.forEach(
        row ->
            keys.add(
                Tuple.of(
                    row.getString("topic"),
                    row.getInteger("topic_partition"),
                    row.getLong("record_offset"))));
    if (keys.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(
            """
            UPDATE parked_record SET relayed_at = clock_timestamp()
            WHERE topic = $1 AND topic_partition = $2 AND record_offset = $3""")
        .executeBatch(keys)
        .replaceWithVoid();
  }
}
