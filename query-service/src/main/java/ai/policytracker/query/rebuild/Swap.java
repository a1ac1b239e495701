package ai.policytracker.query.rebuild;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Lets the rebuilt model and the running one change names in one transaction.
 *
 * <ul>
 *   <li>The running projection waits: its first statement locks rows of {@code shard}, which this
 *       transaction holds. What waited finds them retired, and begins again on the new tables.
 *   <li>Reads name {@code feed} first, so a lock on that table alone lets those in flight end, and
 *       those that come find all their tables in the new schema.
 * </ul>
 */
final class Swap {
  private static final Logger LOG = Logger.getLogger(Swap.class);
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final String LOCK_SHARDS =
      "SELECT shard, next_offset FROM query.shard ORDER BY shard FOR UPDATE";

  private static final String HALTS =
      """
      SELECT n.company, n.halted_reason IS NOT NULL AS now, o.halted_reason IS NOT NULL AS before
      FROM query_rebuilt.company n LEFT JOIN query.company o USING (company)
      WHERE n.halted_reason IS NOT NULL OR o.halted_reason IS NOT NULL
      ORDER BY 1""";

  /**
   * Healed changes come after all that readers have seen: no answer that was final names their seq.
   */
  private static final List<String> NUMBER_HEALED_CHANGES =
      List.of(
          """
          UPDATE query_rebuilt.change_seq SET seq = seq - {provisional} + {last},
            latest = greatest(latest, (SELECT max(latest) FROM query.change_seq),
              (SELECT max(watermark) + interval '1 microsecond' FROM query.shard))
          WHERE seq > {provisional}""",
          "UPDATE query_rebuilt.change_log SET seq = seq - {provisional} + {last} WHERE seq > {provisional}",
          """
          UPDATE query_rebuilt.company SET last_seq = last_seq - {provisional} + {last}
          WHERE last_seq > {provisional}""",
          "UPDATE query_rebuilt.feed SET seq = seq - {provisional} + {last}");

  private static final String LAST_SEQ =
      "SELECT greatest(seq, coalesce((SELECT max(seq) FROM query.change_seq), 0)) FROM query.feed";

  private static final List<String> CHANGE_PLACES =
      List.of(
          """
          UPDATE query_rebuilt.shard n SET watermark = greatest(n.watermark, o.watermark),
            position = greatest(n.position, o.position)
          FROM query.shard o WHERE o.shard = n.shard""",
          "UPDATE query.shard SET retired = true",
          "ALTER SCHEMA query RENAME TO query_previous",
          "ALTER SCHEMA query_rebuilt RENAME TO query");

  private final Pool pool;
  private final RebuildSettings settings;
  private final RebuiltSchema schema;
  private final ChangesReader reader;

  Swap(Pool pool, RebuildSettings settings, RebuiltSchema schema, ChangesReader reader) {
    this.pool = pool;
    this.settings = settings;
    this.schema = schema;
    this.reader = reader;
  }

  record Result(long healedChanges, List<String> healedCompanies, List<String> haltedCompanies) {}

  /**
   * @throws RebuildRefusedException where more companies would be halted, or reads in flight did
   *     not end in any try
   */
  Result run() {
    for (int attempt = 1; attempt <= settings.swapTries(); attempt++) {
      Optional<Result> result = attempt();
      if (result.isPresent()) {
        return result.get();
      }
      LOG.infof("reads in flight took longer than %s, try %d", settings.swapLockTimeout(), attempt);
    }
    throw new RebuildRefusedException(
        "reads in flight did not end within %s in any of %d tries"
            .formatted(settings.swapLockTimeout(), settings.swapTries()));
  }

  private Optional<Result> attempt() {
    SqlConnection connection = pool.getConnectionAndAwait();
    Transaction transaction = connection.beginAndAwait();
    boolean committed = false;
    try {
      Map<Integer, Long> running = RebuiltSchema.offsets(execute(connection, LOCK_SHARDS));
      schema.copySeqs();
      reader.readUpTo(running);
      execute(connection, "SET LOCAL lock_timeout = " + settings.swapLockTimeout().toMillis());
      execute(connection, "LOCK TABLE query.feed IN ACCESS EXCLUSIVE MODE");
      Result result = changePlaces(connection);
      transaction.commitAndAwait();
      committed = true;
      return Optional.of(result);
    } catch (PgException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSqlState())) {
        return Optional.empty();
      }
      throw e;
    } finally {
      if (!committed) {
        transaction.rollbackAndAwait();
      }
      connection.closeAndAwait();
    }
  }

  private static Result changePlaces(SqlConnection connection) {
    List<String> healed = new ArrayList<>();
    List<String> halted = new ArrayList<>();
    for (Row row : execute(connection, HALTS)) {
      (row.getBoolean("now") ? halted : healed).add(row.getString("company"));
      if (row.getBoolean("now") && !Boolean.TRUE.equals(row.getBoolean("before"))) {
        throw new RebuildRefusedException(
            "company %s would be halted; see schema %s"
                .formatted(row.getString("company"), RebuiltSchema.REBUILT));
      }
    }
    long healedChanges =
        number(
            connection,
            "SELECT seq - %d FROM query_rebuilt.feed".formatted(RebuiltSchema.PROVISIONAL));
    String last = Long.toString(number(connection, LAST_SEQ));
    String provisional = Long.toString(RebuiltSchema.PROVISIONAL);
    NUMBER_HEALED_CHANGES.forEach(
        sql ->
            execute(connection, sql.replace("{provisional}", provisional).replace("{last}", last)));
    CHANGE_PLACES.forEach(sql -> execute(connection, sql));
    return new Result(healedChanges, healed, halted);
  }

  private static long number(SqlConnection connection, String sql) {
    return execute(connection, sql).iterator().next().getLong(0);
  }

  private static RowSet<Row> execute(SqlConnection connection, String sql) {
    return connection.query(sql).execute().await().indefinitely();
  }
}
