package ai.policytracker.policyservice.date;

import ai.policytracker.event.DateReached;
import ai.policytracker.event.DateReached.Boundary;
import ai.policytracker.policyservice.process.Append;
import ai.policytracker.policyservice.process.Intake;
import ai.policytracker.policyservice.process.ProcessSettings;
import ai.policytracker.shell.PollingLoop;
import ai.policytracker.shell.Shards;
import ai.policytracker.wire.EventCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reports stated dates when they come, in UTC. Once, whatever the number of instances: the row goes
 * in the transaction of its event, under the shard's lock. A date that has moved since is void: its
 * row goes without an event.
 */
@ApplicationScoped
public class Dates {
  private static final int AT_ONCE = 500;

  private final Pool pool;
  private final Append append;
  private final PollingLoop loop;

  Dates(Pool pool, Append append, ProcessSettings settings) {
    this.pool = pool;
    this.append = append;
    this.loop = new PollingLoop("dates", settings.datesInterval(), this::round);
  }

  public void start() {
    loop.start();
  }

  public void stop() {
    loop.close();
  }

  boolean isDead() {
    return loop.isDead();
  }

  private boolean round() {
    return reach(null).await().indefinitely() >= AT_ONCE;
  }

  /**
   * @param today null: as the database's clock says
   * @return how many rows are gone
   */
  Uni<Integer> reach(LocalDate today) {
    return due(pool.preparedQuery(DUE).execute(Tuple.of(today, AT_ONCE)))
        .flatMap(
            dates -> {
              if (dates.isEmpty()) {
                return Uni.createFrom().item(0);
              }
              Set<Integer> shards = new TreeSet<>();
              dates.forEach(date -> shards.add(Shards.of(date.company())));
              return append.run(shards, (tx, locked) -> take(tx, dates)).replaceWith(dates.size());
            });
  }

  private static final String DUE =
      """
      SELECT claim_id, boundary, due_on, company FROM due_date
      WHERE due_on <= coalesce($1::date, (clock_timestamp() AT TIME ZONE 'UTC')::date)
      ORDER BY due_on, claim_id LIMIT $2""";

  private static Uni<List<DateReached>> due(Uni<RowSet<Row>> rows) {
    return rows.map(
        found -> {
          List<DateReached> dates = new ArrayList<>(found.size());
          found.forEach(row -> dates.add(date(row)));
          return dates;
        });
  }

  private static DateReached date(Row row) {
    return (DateReached)
        EventCodec.withEventId(
            new DateReached(
                "-",
                row.getString("claim_id"),
                row.getString("company"),
                Boundary.valueOf(row.getString("boundary")),
                row.getLocalDate("due_on"),
                Instant.now()));
  }

  /** Only what no other instance has taken in the meantime. */
  private static Uni<Intake> take(SqlConnection tx, List<DateReached> dates) {
    return due(tx.preparedQuery(
                """
                    DELETE FROM due_date d
                    USING unnest($1::text[], $2::text[], $3::date[])
                      AS taken (claim_id, boundary, due_on)
                    WHERE d.claim_id = taken.claim_id AND d.boundary = taken.boundary
                      AND d.due_on = taken.due_on
                    RETURNING d.claim_id, d.boundary, d.due_on, d.company""")
            .execute(
                Tuple.tuple()
                    .addArrayOfString(
                        dates.stream().map(DateReached::claimId).toArray(String[]::new))
                    .addArrayOfString(
                        dates.stream().map(d -> d.boundary().name()).toArray(String[]::new))
                    .addArrayOfLocalDate(
                        dates.stream().map(DateReached::date).toArray(LocalDate[]::new))))
        .map(Intake::of);
  }
}
