package ai.policytracker.query.rebuild;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** The schema that a rebuild fills. */
final class RebuiltSchema {
  static final String REBUILT = "query_rebuilt";
  static final String PREVIOUS = "query_previous";

  /**
   * Changes that the running model could not apply have no seq yet, and only at the swap is it
   * certain which ones are free. Until then they are numbered from here on.
   */
  static final long PROVISIONAL = 1_000_000_000_000_000L;

  private static final String COPY_SEQS =
      """
      WITH copied AS (
        INSERT INTO query_rebuilt.change_seq (change_id, seq, latest)
        SELECT change_id, seq, latest FROM query.change_seq WHERE seq > (
          SELECT coalesce(max(seq), 0) FROM query_rebuilt.change_seq WHERE seq < %1$d
        )
      )
      SELECT shard, next_offset FROM query.shard"""
          .formatted(PROVISIONAL);

  private final Pool pool;
  private final Flyway flyway;

  RebuiltSchema(Pool pool, Flyway flyway) {
    this.pool = pool;
    this.flyway = flyway;
  }

  /**
   * @param connection stays open as long as the rebuild goes on
   * @throws RebuildRefusedException where another one is going on
   */
  void lockOutOthers(SqlConnection connection) {
    boolean locked =
        connection
            .query("SELECT pg_try_advisory_lock(hashtextextended('query rebuild', 0))")
            .execute()
            .map(rows -> rows.iterator().next().getBoolean(0))
            .await()
            .indefinitely();
    if (!locked) {
      throw new RebuildRefusedException("another rebuild is going on");
    }
  }

  /**
   * As new, but for the seqs that were given. What earlier rebuilds left is dropped.
   *
   * @throws RebuildRefusedException where the running model is of another version of the program
   */
  void create() {
    if (flyway.info().pending().length > 0) {
      throw new RebuildRefusedException(
          "the running service is of an earlier version: upgrade it first");
    }
    execute("DROP SCHEMA IF EXISTS %s, %s CASCADE".formatted(REBUILT, PREVIOUS));
    Flyway.configure()
        .configuration(flyway.getConfiguration())
        .schemas(REBUILT)
        .defaultSchema(REBUILT)
        .createSchemas(true)
        .load()
        .migrate();
    execute(
        """
        INSERT INTO query_rebuilt.shard (shard, topic_id, next_offset)
        SELECT shard, topic_id, 0 FROM query.shard""");
    execute(
        "UPDATE query_rebuilt.feed f SET epoch = r.epoch, seq = %d FROM query.feed r"
            .formatted(PROVISIONAL));
  }

  /**
   * Copies the seqs that were given since the last time.
   *
   * @return next offset by shard: all below has its seq, where the running model gave it one
   */
  Map<Integer, Long> copySeqs() {
    return offsets(pool.query(COPY_SEQS).execute().await().indefinitely());
  }

  Map<Integer, Long> runningOffsets() {
    return offsets(
        pool.query("SELECT shard, next_offset FROM query.shard").execute().await().indefinitely());
  }

  /** In the running model's log. */
  long changes() {
    return pool.query("SELECT count(*) FROM query.change_log")
        .execute()
        .map(rows -> rows.iterator().next().getLong(0))
        .await()
        .indefinitely();
  }

  static Map<Integer, Long> offsets(RowSet<Row> rows) {
    Map<Integer, Long> offsets = new HashMap<>();
    rows.forEach(row -> offsets.put(row.getInteger("shard"), row.getLong("next_offset")));
    return offsets;
  }

  private void execute(String sql) {
    pool.preparedQuery(sql).execute(Tuple.tuple()).await().indefinitely();
  }
}
