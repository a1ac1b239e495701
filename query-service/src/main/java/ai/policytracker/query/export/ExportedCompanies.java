package ai.policytracker.query.export;

import ai.policytracker.query.request.KnownTime;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Which companies were known at a time, and up to which time nothing more can come. */
@ApplicationScoped
class ExportedCompanies {
  private static final String LAST_FINAL = "SELECT min(s.watermark) AS low FROM feed f, shard s";

  private static final String WHEN =
      KnownTime.SEEN + " SELECT {seen} FROM seen".replace("{seen}", KnownTime.COLUMNS);

  private static final String PAGE =
      """
      SELECT c.company FROM feed f, company c
      WHERE c.company > $1
        AND EXISTS (SELECT FROM change_log l
          WHERE l.company = c.company AND l.recorded_at <= $2::timestamptz)
        AND NOT EXISTS (SELECT FROM company_alias a
          WHERE a.company = c.company AND a.known_from <= $2 AND $2 < a.known_to)
      ORDER BY c.company LIMIT $3""";

  private final Pool pool;
  private final ExportSettings settings;

  ExportedCompanies(Pool pool, ExportSettings settings) {
    this.pool = pool;
    this.settings = settings;
  }

  /**
   * @param asked null for the last known time that is final
   */
  Uni<KnownTime> when(Instant asked) {
    return asked != null
        ? read(KnownTime.parameter(asked))
        : pool.preparedQuery(LAST_FINAL)
            .execute()
            .map(rows -> rows.iterator().next().getOffsetDateTime("low"))
            .flatMap(this::read);
  }

  private Uni<KnownTime> read(OffsetDateTime knownAt) {
    return pool.preparedQuery(WHEN)
        .execute(Tuple.of(KnownTime.parameter(Instant.now()), knownAt))
        .map(rows -> KnownTime.from(rows.iterator().next()));
  }

  /** In the order of their ids, a page of them in memory at a time. */
  Multi<String> at(Instant knownAt) {
    return Multi.createBy()
        .repeating()
        .uni(() -> new AtomicReference<>(""), last -> page(last, knownAt))
        .until(List::isEmpty)
        .onItem()
        .transformToIterable(page -> page);
  }

  private Uni<List<String>> page(AtomicReference<String> last, Instant knownAt) {
    return pool.preparedQuery(PAGE)
        .execute(Tuple.of(last.get(), KnownTime.parameter(knownAt), settings.companiesAtOnce()))
        .map(ExportedCompanies::ids)
        .invoke(page -> last.set(page.isEmpty() ? last.get() : page.getLast()));
  }

  private static List<String> ids(RowSet<Row> rows) {
    List<String> ids = new ArrayList<>();
    rows.forEach(row -> ids.add(row.getString("company")));
    return ids;
  }
}
