package ai.policytracker.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;

/**
 * {@code ./tracker audit}: the database of the environment's {@code POSTGRES_*}. Ends with 0 where
 * nothing differs, 3 where something does, 1 where it could not look.
 */
public final class AuditCommand {
  private static final int DIFFERENCES = 3;
  private static final int MOST_LISTED = 200;

  private AuditCommand() {}

  public static void main(String[] words) {
    String url =
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                setting("POSTGRES_HOST", "localhost"),
                setting("POSTGRES_PORT", "5432"),
                setting("POSTGRES_DATABASE", "tracker"));
    try (Connection connection =
        DriverManager.getConnection(
            url, setting("POSTGRES_USER", "tracker"), setting("POSTGRES_PASSWORD", "tracker"))) {
      Audit audit = new Audit(connection);
      Set<String> differences = audit.run();
      differences.stream().limit(MOST_LISTED).forEach(System.out::println);
      if (differences.size() > MOST_LISTED) {
        System.out.printf("... and %,d more%n", differences.size() - MOST_LISTED);
      }
      System.out.printf(
          "%,d events folded, %,d differences%n", audit.events().size(), differences.size());
      System.exit(differences.isEmpty() ? 0 : DIFFERENCES);
    } catch (SQLException e) {
      System.err.println("tracker: cannot read " + url + ": " + e.getMessage());
      System.exit(1);
    }
  }

  private static String setting(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }
}
