package ai.policytracker.query.feed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the tail reads. Each statement names the table feed first, as all that read do. */
@ApplicationScoped
class FeedLog {
  private static final String HEAD =
      """
      SELECT f.epoch, f.seq,
        NOT EXISTS (SELECT FROM shard WHERE next_offset < refilled_at) AS complete,
        coalesce((SELECT max(seq) FROM change_log WHERE type IN ('MERGED', 'UNMERGED')), 0)
          AS identity_seq
      FROM feed f""";

  private static final String VERSIONS_BETWEEN =
      """
      SELECT l.company, max(l.version) AS version
      FROM feed f, change_log l WHERE l.seq > $1 AND l.seq <= $2 GROUP BY l.company""";

  private static final String VERSIONS_OF =
      "SELECT c.company, c.version FROM feed f, company c WHERE c.company = ANY($1)";

  private final Pool pool;

  FeedLog(Pool pool) {
    this.pool = pool;
  }

  Uni<FeedHead> head() {
    return pool.preparedQuery(HEAD).execute().map(rows -> FeedHead.from(rows.iterator().next()));
  }

  /**
   * Versions of the companies that have changes in that stretch.
   *
   * @param after exclusive
   * @param upTo inclusive
   */
  Uni<Map<String, Long>> versionsBetween(long after, long upTo) {
    return pool.preparedQuery(VERSIONS_BETWEEN)
        .execute(Tuple.of(after, upTo))
        .map(FeedLog::versions);
  }

  /** Companies that nothing is known of are left out. */
  Uni<Map<String, Long>> versionsOf(List<String> companies) {
    return pool.preparedQuery(VERSIONS_OF)
        .execute(Tuple.of(companies.toArray(String[]::new)))
        .map(FeedLog::versions);
  }

  private static Map<String, Long> versions(RowSet<Row> rows) {
    Map<String, Long> versions = new HashMap<>();
    rows.forEach(row -> versions.put(row.getString("company"), row.getLong("version")));
    return versions;
  }
}
