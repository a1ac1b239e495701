package ai.policytracker.quickstart.stack;

import ai.policytracker.quickstart.process.CannotStartException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Kafka and PostgreSQL in containers, which end with this JVM. */
final class ContainerStack implements Stack {
  private static final String USER = "tracker";
  private static final String PASSWORD = "tracker";

  private final KafkaContainer kafka;
  private final PostgreSQLContainer postgres;

  private ContainerStack(KafkaContainer kafka, PostgreSQLContainer postgres) {
    this.kafka = kafka;
    this.postgres = postgres;
  }

  /**
   * Starts both.
   *
   * @throws CannotStartException if the engine cannot fetch or run the images
   */
  static ContainerStack start() {
    KafkaContainer kafka =
        new KafkaContainer("apache/kafka:4.3.1")
            .withEnv(
                Map.of(
                    "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
                    "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0",
                    "KAFKA_LOG_RETENTION_MS", "-1"));
    PostgreSQLContainer postgres =
        new PostgreSQLContainer("postgres:18")
            .withUsername(USER)
            .withPassword(PASSWORD)
            .withDatabaseName("postgres")
            .withCommand("postgres", "-c", "fsync=off");
    ContainerStack stack = new ContainerStack(kafka, postgres);
    // The engine goes on running containers whose JVM has ended.
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-containers"));
    try {
      Startables.deepStart(kafka, postgres).join();
    } catch (CompletionException e) {
      stack.close();
      throw asPlain(e);
    }
    return stack;
  }

  private static RuntimeException asPlain(CompletionException e) {
    return switch (e.getCause()) {
      case ContainerLaunchException cause -> failed(cause);
      case ContainerFetchException cause -> failed(cause);
      case IllegalStateException cause -> failed(cause);
      case null, default -> e;
    };
  }

  private static CannotStartException failed(RuntimeException cause) {
    return new CannotStartException("The containers cannot start: " + cause.getMessage(), cause);
  }

  @Override
  public String kafkaBootstrapServers() {
    return kafka.getBootstrapServers();
  }

  @Override
  public String postgresHost() {
    return postgres.getHost();
  }

  @Override
  public int postgresPort() {
    return postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
  }

  @Override
  public String postgresUser() {
    return USER;
  }

  @Override
  public String postgresPassword() {
    return PASSWORD;
  }

  @Override
  public void close() {
    kafka.stop();
    postgres.stop();
  }
}
