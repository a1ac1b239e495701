package ai.policytracker.policyservice.process;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows to the array parameters of {@code unnest}, and result rows to lists. */
final class Columns {
  private Columns() {}

  static <R, T> List<T> list(Iterable<R> rows, Function<R, T> read) {
    List<T> list = new ArrayList<>();
    rows.forEach(row -> list.add(read.apply(row)));
    return list;
  }

  static <T> String[] texts(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  /** UTF-8 that is there as bytes already: strings would be encoded again. */
  static <T> Buffer[] bytes(List<T> rows, Function<T, byte[]> column) {
    return rows.stream().map(column).map(Columns::buffer).toArray(Buffer[]::new);
  }

  private static Buffer buffer(byte[] bytes) {
    return bytes == null ? null : Buffer.buffer(bytes);
  }

  static <T> Integer[] ints(List<T> rows, Function<T, Integer> column) {
    return rows.stream().map(column).toArray(Integer[]::new);
  }

  static <T> Long[] longs(List<T> rows, Function<T, Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }

  static <T> OffsetDateTime[] times(List<T> rows, Function<T, Instant> column) {
    return rows.stream()
        .map(row -> column.apply(row).atOffset(ZoneOffset.UTC))
        .toArray(OffsetDateTime[]::new);
  }
}
