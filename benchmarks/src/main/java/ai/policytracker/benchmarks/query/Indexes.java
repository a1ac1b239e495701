package ai.policytracker.benchmarks.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Indexes and keys of tables that are about to be filled: taken away before, made again after,
 * which takes a fraction of the time.
 */
final class Indexes {
  private static final int AT_ONCE = 2;

  private static final String KEYS =
      """
      SELECT format('ALTER TABLE %1$s DROP CONSTRAINT %2$I', conrelid::regclass, conname),
        format('ALTER TABLE %1$s ADD CONSTRAINT %2$I %3$s', conrelid::regclass, conname,
          pg_get_constraintdef(oid))
      FROM pg_constraint WHERE contype IN ('p', 'u') AND conrelid = ANY(?::regclass[])""";

  private static final String OTHERS =
      """
      SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
      FROM pg_index WHERE indrelid = ANY(?::regclass[])
        AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = indexrelid)""";

  private final ReadModel.Database database;
  private final List<String> making = new ArrayList<>();

  Indexes(ReadModel.Database database) {
    this.database = database;
  }

  void drop(String... tables) throws SQLException {
    try (Connection connection = database.connect()) {
      List<String> dropping = new ArrayList<>();
      for (String select : List.of(KEYS, OTHERS)) {
        try (var asked = connection.prepareStatement(select)) {
          asked.setArray(1, connection.createArrayOf("text", tables));
          ResultSet rows = asked.executeQuery();
          while (rows.next()) {
            dropping.add(rows.getString(1));
            making.add(rows.getString(2));
          }
        }
      }
      try (Statement statement = connection.createStatement()) {
        for (String drop : dropping) {
          statement.execute(drop);
        }
      }
    }
  }

  void makeAgain() throws SQLException, InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Callable<Void>> tasks = making.stream().map(this::task).toList();
      for (Future<Void> made : threads.invokeAll(tasks)) {
        made.get();
      }
    } catch (ExecutionException e) {
      throw new SQLException("an index", e.getCause());
    }
  }

  private Callable<Void> task(String sql) {
    return () -> {
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("SET maintenance_work_mem = '128MB'");
        statement.execute("SET search_path = query");
        statement.execute(sql);
        return null;
      }
    };
  }
}
