package ai.policytracker.benchmarks.query;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into one table, by COPY in its text form. */
final class Copy implements AutoCloseable {
  private static final int SOME_BYTES = 1 << 16;

  private final Connection connection;
  private final CopyIn copy;
  private final StringBuilder rows = new StringBuilder();
  private long count;

  /**
   * @param connection for this table alone; closed with it
   */
  Copy(Connection connection, String table, String columns) throws SQLException {
    this.connection = connection;
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY query.%s (%s) FROM STDIN".formatted(table, columns));
  }

  /** Null is NULL; what ends at no time or date is given as {@link #INFINITY}. */
  void row(Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      rows.append(i == 0 ? "" : "\t").append(text(values[i]));
    }
    rows.append('\n');
    count++;
    if (rows.length() > SOME_BYTES) {
      flush();
    }
  }

  static final Object INFINITY = "infinity";

  private static String text(Object value) {
    return switch (value) {
      case null -> "\\N";
      case Instant instant -> instant.toString();
      case LocalDate date -> date.toString();
      default -> value.toString().replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    };
  }

  private void flush() throws SQLException {
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    rows.setLength(0);
  }

  long count() {
    return count;
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      flush();
      copy.endCopy();
    }
  }
}
