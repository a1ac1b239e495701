package ai.policytracker.quickstart.stack;

import ai.policytracker.quickstart.process.CannotStartException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Pattern;

/** Connects to a stack's PostgreSQL and creates databases in it. */
final class Databases {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final String DUPLICATE_DATABASE = "42P04";
  private static final String UNIQUE_VIOLATION = "23505";
  private static final int CONNECT_TIMEOUT_SECONDS = 5;

  private Databases() {}

  static String create(Stack stack, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a database name: " + name);
    }
    try (Connection connection = connect(stack, "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      if (!isThereAlready(e)) {
        throw new CannotStartException(
            "Cannot create the database " + name + ": " + e.getMessage(), e);
      }
    }
    return url(stack, name);
  }

  /** Whether the server takes sessions. */
  static boolean answers(Stack stack) {
    try (Connection connection = connect(stack, "postgres")) {
      return connection.isValid(CONNECT_TIMEOUT_SECONDS);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static Connection connect(Stack stack, String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", stack.postgresUser());
    properties.setProperty("password", stack.postgresPassword());
    properties.setProperty("connectTimeout", Integer.toString(CONNECT_TIMEOUT_SECONDS));
    // Not through DriverManager, which only sees drivers of its caller's class loader.
    return new org.postgresql.Driver().connect(url(stack, database), properties);
  }

  /** Two that create it at the same time meet in the catalog's unique index. */
  private static boolean isThereAlready(SQLException e) {
    return DUPLICATE_DATABASE.equals(e.getSQLState()) || UNIQUE_VIOLATION.equals(e.getSQLState());
  }

  private static String url(Stack stack, String database) {
    return "jdbc:postgresql://%s:%d/%s"
        .formatted(stack.postgresHost(), stack.postgresPort(), database);
  }
}
