package ai.policytracker.query.request;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What a statement found that joins {@code seen} with the rows of a page, of which it asked one
 * more than the page holds: where there is none, {@code seen} stands alone.
 *
 * @param next cursor of the next page; null on the last
 */
public record Listed<T>(KnownTime known, List<T> items, String next) {

  /** A list's answer from its parts, in the order in which lists have them. */
  public interface View<T, V> {
    V of(List<T> items, String next, LocalDate asOf, Instant knownAt, boolean isFinal, long seq);
  }

  /**
   * @param sql joins {@code seen} with the page; the last parameter, in place of its {@code
   *     {limit}}, is how many rows it may have
   * @param present a column that no row of the page has null
   * @param key of an item, by which the page is ordered
   */
  public static <T> Uni<Listed<T>> ask(
      Pool pool,
      String sql,
      Conditions asked,
      Page page,
      String present,
      Function<Row, T> item,
      Function<Row, List<String>> key) {
    return pool.preparedQuery(sql.replace("{limit}", asked.parameter(page.limit() + 1)))
        .execute(asked.parameters())
        .map(rows -> from(rows, page, present, item, key));
  }

  public <V> RestResponse<V> answer(Page page, View<T, V> view) {
    return known.answer(
        view.of(items, next, page.times().asOf(), known.knownAt(), known.isFinal(), known.seq()),
        page.times().isFixed());
  }

  /**
   * @param found one more than the page holds, where there are as many
   * @param key of an item, by which the page is ordered
   */
  public static <T> Listed<T> of(
      KnownTime known, List<T> found, Page page, Function<T, List<String>> key) {
    boolean isLast = found.size() <= page.limit();
    List<T> items = isLast ? found : found.subList(0, page.limit());
    return new Listed<>(known, items, isLast ? null : page.next(known, key.apply(items.getLast())));
  }

  /** The same of other items. */
  public <V> Listed<V> map(Function<T, V> item) {
    return new Listed<>(known, items.stream().map(item).toList(), next);
  }

  /**
   * @param present a column that no row of the page has null
   * @param key of an item, by which the page is ordered
   */
  public static <T> Listed<T> from(
      RowSet<Row> rows,
      Page page,
      String present,
      Function<Row, T> item,
      Function<Row, List<String>> key) {
    KnownTime known = null;
    List<T> items = new ArrayList<>();
    String next = null;
    Row last = null;
    for (Row row : rows) {
      if (known == null) {
        known = KnownTime.from(row).unlessHalted(row.getString("halted_reason"));
      }
      if (items.size() == page.limit()) {
        next = page.next(known, key.apply(last));
      } else if (row.getValue(present) != null) {
        items.add(item.apply(row));
        last = row;
      }
    }
    return new Listed<>(known, items, next);
  }
}
