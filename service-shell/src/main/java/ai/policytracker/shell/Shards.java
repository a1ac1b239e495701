package ai.policytracker.shell;

import ai.policytracker.wire.Topics;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * The service's table {@code shard}: one row for each partition, with the offset of the next record
 * whose effect is not yet stored. Whoever stores an effect locks the row first and moves the offset
 * in the same transaction, so every record takes effect once.
 */
@ApplicationScoped
public class Shards {
  private final Pool pool;

  Shards(Pool pool) {
    this.pool = pool;
  }

  /** The partition of a company id, as Kafka's own partitioner gives it. */
  public static int of(String companyId) {
    return BuiltInPartitioner.partitionForKey(
        companyId.getBytes(StandardCharsets.UTF_8), Topics.SHARDS);
  }

  /**
   * Ties the offsets to one topic; blocks. The first start makes the rows.
   *
   * @throws IllegalStateException where the offsets belong to another topic of the same name
   */
  public void bindTo(String topic, String topicId) {
    pool.preparedQuery(
            """
            INSERT INTO shard (shard, topic_id, next_offset)
            SELECT s, $1, 0 FROM generate_series(0, $2 - 1) s ON CONFLICT DO NOTHING""")
        .execute(Tuple.of(topicId, Topics.SHARDS))
        .await()
        .indefinitely();
    long others =
        pool.preparedQuery("SELECT count(*) FROM shard WHERE topic_id <> $1")
            .execute(Tuple.of(topicId))
            .map(rows -> rows.iterator().next().getLong(0))
            .await()
            .indefinitely();
    if (others > 0) {
      throw new IllegalStateException(
          ("the stored offsets belong to another topic named %s (this one has the id %s); "
                  + "restore Kafka and PostgreSQL to the same point")
              .formatted(topic, topicId));
    }
  }

  /** Next offset by partition; blocks. */
  public Map<Integer, Long> nextOffsets() {
    Map<Integer, Long> offsets = new HashMap<>();
    for (Row row :
        pool.query("SELECT shard, next_offset FROM shard").execute().await().indefinitely()) {
      offsets.put(row.getInteger("shard"), row.getLong("next_offset"));
    }
    return offsets;
  }
}
