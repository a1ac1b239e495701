package ai.policytracker.query.request;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a statement found that joins {@code seen} with the rows of a page, of which it asked one
 * more than the page holds: where there is none, {@code seen} stands alone.
 *
 * @param next cursor of the next page; null on the last
 */
public record Listed<T>(KnownTime known, List<T> items, String next) {

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
