package ai.policytracker.query.position;

import ai.policytracker.query.request.KnownTime;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The last seq at each known time, up to a final one: the times of the newest changes, one after
 * the other. Read where it is asked to reach further, by one thread.
 */
final class KnownSeqs {
  /** 16 MB; for known times before the oldest of them the database is asked. */
  private static final int MOST = 2_000_000;

  private static final int PAGE = 20_000;

  /** Each seq's latest recorded time, which grows with the seq. */
  private static final String SELECT =
      """
      SELECT s.seq, s.latest FROM feed f, change_seq s
      WHERE s.seq > $1 AND s.latest <= $2 ORDER BY s.seq LIMIT $3""";

  private static final String FIRST =
      """
      SELECT greatest(0, count(*) - $1::bigint) AS before FROM feed f, change_seq s
      WHERE s.latest <= $2""";

  private final Pool pool;
  private volatile Times times = new Times(null, 0, new long[0], 0, Long.MIN_VALUE);

  /**
   * @param before the seq before the first of them
   * @param micros of each seq after that, in their order; more room than used
   * @param upTo in microseconds: there is none that is missing up to then
   */
  private record Times(UUID epoch, long before, long[] micros, int used, long upTo) {
    OptionalLong at(long known) {
      int place = Arrays.binarySearch(micros, 0, used, known);
      int later = place < 0 ? -place - 1 : place + 1;
      while (later < used && micros[later] <= known) {
        later++;
      }
      return known > upTo || (later == 0 && before > 0)
          ? OptionalLong.empty()
          : OptionalLong.of(before + later);
    }
  }

  KnownSeqs(Pool pool) {
    this.pool = pool;
  }

  /**
   * Empty where it is longer ago than is kept.
   *
   * @param known at most what it was asked to reach, in microseconds
   */
  OptionalLong at(UUID epoch, long known) {
    Times now = times;
    return epoch.equals(now.epoch()) ? now.at(known) : OptionalLong.empty();
  }

  void reach(UUID epoch, Instant upTo) {
    Times now = times;
    if (!epoch.equals(now.epoch()) || now.used() == MOST) {
      Row first = rows(FIRST, (long) MOST / 2, KnownTime.parameter(upTo)).iterator().next();
      now = new Times(epoch, first.getLong("before"), new long[PAGE], 0, Long.MIN_VALUE);
    }
    int found = PAGE;
    while (found == PAGE && now.used() < MOST) {
      long[] micros = now.micros();
      int used = now.used();
      if (micros.length - used < PAGE) {
        micros = Arrays.copyOf(micros, Math.min(MOST, micros.length * 2));
      }
      int room = Math.min(PAGE, micros.length - used);
      found = 0;
      for (Row row : rows(SELECT, now.before() + used, KnownTime.parameter(upTo), room)) {
        micros[used + found++] = KnownHistory.micros(row.getOffsetDateTime("latest").toInstant());
      }
      now = new Times(epoch, now.before(), micros, used + found, Long.MIN_VALUE);
    }
    boolean isAll = now.used() < MOST;
    long reached = isAll ? KnownHistory.micros(upTo) : now.micros()[MOST - 1] - 1;
    times = new Times(epoch, now.before(), now.micros(), now.used(), reached);
  }

  private Iterable<Row> rows(String sql, Object... parameters) {
    return pool.preparedQuery(sql).execute(Tuple.from(List.of(parameters))).await().indefinitely();
  }
}
