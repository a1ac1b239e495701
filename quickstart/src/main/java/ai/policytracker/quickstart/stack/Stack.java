package ai.policytracker.quickstart.stack;

import java.util.Map;

/**
 * A running Kafka broker and PostgreSQL server, for tests and for the quickstart. Both are the real
 * programs, either in containers or as processes of this machine.
 */
public interface Stack extends AutoCloseable {

  /** For tests: see {@link TestStack#start()}. */
  static Stack start() {
    return TestStack.start();
  }

  /** {@code host:port} of the broker. */
  String kafkaBootstrapServers();

  String postgresHost();

  int postgresPort();

  /** A superuser. */
  String postgresUser();

  String postgresPassword();

  /**
   * Creates the database if it is not there.
   *
   * @param name lower-case letters, digits and underscores, starting with a letter
   * @return its JDBC URL, without user and password
   */
  default String createDatabase(String name) {
    return Databases.create(this, name);
  }

  /** The variables by which the services find the broker and the database. */
  default Map<String, String> environment(String database) {
    return Map.of(
        "POSTGRES_HOST", postgresHost(),
        "POSTGRES_PORT", Integer.toString(postgresPort()),
        "POSTGRES_USER", postgresUser(),
        "POSTGRES_PASSWORD", postgresPassword(),
        "POSTGRES_DATABASE", database,
        "KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrapServers());
  }

  /** Stops both; returns when they have ended. */
  @Override
  void close();
}
