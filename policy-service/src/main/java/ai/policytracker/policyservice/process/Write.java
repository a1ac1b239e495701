package ai.policytracker.policyservice.process;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A statement that writes many rows, and its parameters: an array for each column. */
record Write(String sql, Tuple columns) {

  /** Nothing where there are no rows. */
  static <T> Stream<Write> of(String sql, List<T> rows, Function<List<T>, Tuple> columns) {
    return rows.isEmpty() ? Stream.empty() : Stream.of(new Write(sql, columns.apply(rows)));
  }

  /** In this order, but sent without waiting for the answers: one round trip for all of them. */
  static Uni<Void> run(SqlConnection tx, Stream<Write> writes) {
    List<Uni<?>> sent =
        writes
            .<Uni<?>>map(w -> tx.preparedQuery(w.sql).execute(w.columns).replaceWithVoid())
            .toList();
    return sent.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.combine().all().unis(sent).discardItems();
  }
}
