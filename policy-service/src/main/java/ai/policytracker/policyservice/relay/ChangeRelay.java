package ai.policytracker.policyservice.relay;

import ai.policytracker.shell.BatchSender;
import ai.policytracker.shell.PollingLoop;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Publishes the changes, shard by shard in the order of positions, and remembers how far. Safe with
 * several instances: each round works on the shards that nobody else holds. What was sent but not
 * remembered is sent again; readers go by the company's version.
 */
@ApplicationScoped
public class ChangeRelay {
  /** Header with the change's place in its shard, gapless from 1. */
  public static final String POSITION_HEADER = "shardposition";

  /** A shard with changes after the last one that is known to be published. */
  private record Behind(int shard, long publishedPosition) {}

  private final Pool pool;
  private final Committed committed;
  private final BatchSender sender;
  private final Heartbeats heartbeats;
  private final RelaySettings settings;
  private final PollingLoop loop;

  ChangeRelay(
      Pool pool,
      Committed committed,
      BatchSender sender,
      Heartbeats heartbeats,
      RelaySettings settings) {
    this.pool = pool;
    this.committed = committed;
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

  /** To be published now; called after the commit. */
  public void committed(List<OutboxRow> rows) {
    committed.add(rows);
    loop.wake();
  }

  boolean isHealthy() {
    return !loop.isFailing() && !loop.isDead();
  }

  public void stop() {
    loop.close();
  }

  private boolean round() {
    boolean full =
        pool.withTransaction(this::publish)
            // After a failover the table may have other changes at the places of those in memory.
            .onFailure()
            .invoke(committed::clear)
            .await()
            .indefinitely();
    if (!full) {
      heartbeats.send();
    }
    return full;
  }

  private Uni<Boolean> publish(SqlConnection tx) {
    return behind(tx)
        .flatMap(shards -> next(tx, shards))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(this::send)
        .call(rows -> remember(tx, rows))
        .map(rows -> rows.size() >= settings.batchSize());
  }

  /** Locks the shards with something to publish, but those that another instance works on. */
  private static Uni<List<Behind>> behind(SqlConnection tx) {
    return tx.preparedQuery(
            """
            SELECT shard, published_position FROM change_relay JOIN shard USING (shard)
            WHERE last_change_position > published_position
            ORDER BY shard FOR UPDATE OF change_relay SKIP LOCKED""")
        .execute()
        .map(
            rows -> {
              List<Behind> behind = new ArrayList<>();
              rows.forEach(row -> behind.add(new Behind(row.getInteger(0), row.getLong(1))));
              return behind;
            });
  }

  /** From memory where the next change of the shard is there, else from the table. */
  private Uni<List<OutboxRow>> next(SqlConnection tx, List<Behind> shards) {
    List<OutboxRow> next = new ArrayList<>();
    List<Behind> unknown = new ArrayList<>();
    for (Behind shard : shards) {
      List<OutboxRow> rows =
          committed.after(shard.shard, shard.publishedPosition, settings.batchSize());
      next.addAll(rows);
      if (rows.isEmpty()) {
        unknown.add(shard);
      }
    }
    return unknown.isEmpty()
        ? Uni.createFrom().item(next)
        : stored(tx, unknown)
            .map(
                rows -> {
                  rows.forEach(row -> next.add(OutboxRow.of(row)));
                  return next;
                });
  }

  private Uni<RowSet<Row>> stored(SqlConnection tx, List<Behind> shards) {
    return tx.preparedQuery(
            """
            SELECT c.shard, c.position, c.change_id, c.company, c.recorded_at,
              convert_to(c.payload::text, 'UTF8') AS payload
            FROM unnest($1::int[], $2::bigint[]) AS mine (shard, published_position), LATERAL (
              SELECT * FROM policy_change
              WHERE shard = mine.shard AND position > mine.published_position
              ORDER BY position LIMIT $3) c
            ORDER BY c.shard, c.position""")
        .execute(
            Tuple.of(
                shards.stream().map(Behind::shard).toArray(Integer[]::new),
                shards.stream().map(Behind::publishedPosition).toArray(Long[]::new),
                settings.batchSize()));
  }

  private void send(List<OutboxRow> rows) {
    if (!rows.isEmpty()) {
      sender.send(rows.stream().map(OutboxRow::record).toList());
    }
  }

  private static Uni<Void> remember(SqlConnection tx, List<OutboxRow> rows) {
    Map<Integer, Long> last = new TreeMap<>();
    rows.forEach(row -> last.put(row.shard(), row.position()));
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
