package ai.policytracker.query.change;

import ai.policytracker.shell.ServiceProblems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the feed page by page, in the order of seq, which is that of the commits. */
@ApplicationScoped
public class ChangeLog {
  /**
   * How many changes one page looks at to find those that match: with a filter that few match a
   * page has fewer items than it might, and never takes long. A company's changes are found by
   * their index, however many others lie between.
   */
  private static final long LONGEST_LOOK = 50_000;

  /**
   * Nothing while the model is filled again: changes come back in another order than their seq's.
   */
  private static final String SELECT =
      """
      SELECT f.epoch, f.seq AS head, complete.yes AS complete, page.*
      FROM feed f CROSS JOIN (
        SELECT NOT EXISTS (SELECT FROM shard WHERE next_offset < refilled_at) AS yes
      ) complete LEFT JOIN (
        SELECT seq, payload::text AS payload FROM change_log
        WHERE seq > $1 AND seq <= $2 {filter}
        ORDER BY seq LIMIT $3
      ) page ON complete.yes ORDER BY page.seq""";

  private static final String LAST =
      """
      SELECT (SELECT seq FROM change_log WHERE seq > $1 AND seq <= $2 {filter}
        ORDER BY seq DESC LIMIT 1)
      FROM feed""";

  private final Pool pool;

  ChangeLog(Pool pool) {
    this.pool = pool;
  }

  /**
   * @param after exclusive
   * @param most items
   */
  public Uni<ChangePage> read(ChangeFilter filter, long after, int most) {
    long last = filter.company().isEmpty() ? after + LONGEST_LOOK : Long.MAX_VALUE;
    ChangeConditions conditions = ChangeConditions.of(filter, after, last, most + 1);
    return pool.preparedQuery(SELECT.replace("{filter}", conditions.sql()))
        .execute(conditions.parameters())
        .map(rows -> page(rows, after, last, most));
  }

  /**
   * All that match of a stretch that the feed holds.
   *
   * @param after exclusive
   * @param upTo inclusive
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 while the model is filled again
   */
  public Uni<ChangePage> read(ChangeFilter filter, long after, long upTo) {
    int most = Math.toIntExact(upTo - after);
    ChangeConditions conditions = ChangeConditions.of(filter, after, upTo, most);
    return pool.preparedQuery(SELECT.replace("{filter}", conditions.sql()))
        .execute(conditions.parameters())
        .map(rows -> page(rows, after, upTo, most))
        .invoke(page -> requireThrough(page, upTo));
  }

  /**
   * Seq of the last change that matches, up to one; where none does among those that one look may
   * take in, the first that was not looked at. 0 where there is none before.
   */
  public Uni<Long> lastUpTo(ChangeFilter filter, long upTo) {
    long after = filter.company().isEmpty() ? Math.max(0, upTo - LONGEST_LOOK) : 0;
    ChangeConditions conditions = ChangeConditions.of(filter, after, upTo);
    return pool.preparedQuery(LAST.replace("{filter}", conditions.sql()))
        .execute(conditions.parameters())
        .map(rows -> Objects.requireNonNullElse(rows.iterator().next().getLong(0), after));
  }

  private static void requireThrough(ChangePage page, long upTo) {
    if (page.through() < upTo) {
      throw ServiceProblems.unavailable(
          new IllegalStateException("the feed is filled again, up to " + page.through()));
    }
  }

  private static ChangePage page(RowSet<Row> rows, long after, long last, int most) {
    Row any = rows.iterator().next();
    // Nobody is sent on past what will come back.
    long head =
        any.getBoolean("complete") ? any.getLong("head") : Math.min(after, any.getLong("head"));
    List<LoggedChange> items = new ArrayList<>();
    boolean full = false;
    for (Row row : rows) {
      if (row.getLong("seq") == null) {
        continue;
      }
      full = items.size() == most;
      if (!full) {
        items.add(LoggedChange.from(row));
      }
    }
    long through = full ? items.getLast().seq() : Math.max(after, Math.min(last, head));
    return new ChangePage(any.getUUID("epoch"), head, items, through);
  }
}
