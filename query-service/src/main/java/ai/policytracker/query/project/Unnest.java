package ai.policytracker.query.project;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Runs one statement over many rows: one array for each column, as {@code unnest} takes them. */
final class Unnest<R> {
  private final List<R> rows;
  private final List<Object> arrays = new ArrayList<>();

  private Unnest(Collection<R> rows) {
    this.rows = List.copyOf(rows);
  }

  static <R> Unnest<R> rows(Collection<R> rows) {
    return new Unnest<>(rows);
  }

  Unnest<R> text(Function<R, String> column) {
    return add(rows.stream().map(column).toArray(String[]::new));
  }

  Unnest<R> number(Function<R, Long> column) {
    return add(rows.stream().map(column).toArray(Long[]::new));
  }

  Unnest<R> flag(Function<R, Boolean> column) {
    return add(rows.stream().map(column).toArray(Boolean[]::new));
  }

  Unnest<R> date(Function<R, LocalDate> column) {
    return add(rows.stream().map(column).toArray(LocalDate[]::new));
  }

  Unnest<R> time(Function<R, Instant> column) {
    return add(
        rows.stream()
            .map(column)
            .map(i -> i == null ? null : i.atOffset(ZoneOffset.UTC))
            .toArray(OffsetDateTime[]::new));
  }

  Unnest<R> bytes(Function<R, Buffer> column) {
    return add(rows.stream().map(column).toArray(Buffer[]::new));
  }

  private Unnest<R> add(Object array) {
    arrays.add(array);
    return this;
  }

  /**
   * Without rows nothing is asked of the database.
   *
   * @throws IllegalStateException where not every row took effect
   */
  Uni<Void> execute(SqlConnection connection, String sql) {
    return run(connection, sql).invoke(affected -> requireAll(affected, sql)).replaceWithVoid();
  }

  /** As {@link #execute}, where a row may have no effect. */
  Uni<Void> executeForAny(SqlConnection connection, String sql) {
    return run(connection, sql).replaceWithVoid();
  }

  private Uni<Integer> run(SqlConnection connection, String sql) {
    return rows.isEmpty()
        ? Uni.createFrom().item(0)
        : connection
            .preparedQuery(sql)
            .execute(Tuple.newInstance(io.vertx.sqlclient.Tuple.wrap(arrays)))
            .map(SqlResult::rowCount);
  }

  private void requireAll(int affected, String sql) {
    if (affected != rows.size()) {
      throw new IllegalStateException(
          "took effect on %d of %d rows: %s".formatted(affected, rows.size(), sql));
    }
  }
}
