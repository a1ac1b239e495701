package ai.policytracker.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every stack promises. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StackContract {
  private Stack stack;

  abstract Stack startStack();

  @BeforeAll
  void start() {
    stack = startStack();
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void databaseKeepsWhatIsWritten() throws SQLException {
    String url = stack.createDatabase("kept");

    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE note (text text)");
      statement.execute("INSERT INTO note VALUES ('paused')");
    }

    assertThat(firstValue(url, "SELECT text FROM note")).isEqualTo("paused");
  }

  @Test
  void creatingADatabaseAgainKeepsItsContent() throws SQLException {
    String url = stack.createDatabase("twice");
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE note (text text)");
    }

    String again = stack.createDatabase("twice");

    assertThat(again).isEqualTo(url);
    assertThat(firstValue(again, "SELECT count(*) FROM note")).isEqualTo("0");
  }

  @Test
  void databaseNameThatIsNoPlainWordIsRefused() {
    assertThatThrownBy(() -> stack.createDatabase("a\"; DROP DATABASE postgres"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void databaseIsPostgresEighteenInUnicode() throws SQLException {
    String url = stack.createDatabase("settings");

    assertThat(firstValue(url, "SHOW server_version")).startsWith("18.");
    assertThat(firstValue(url, "SHOW server_encoding")).isEqualTo("UTF8");
  }

  @Test
  void environmentLeadsToTheDatabase() throws SQLException {
    stack.createDatabase("named");

    Map<String, String> environment = stack.environment("named");

    assertThat(environment).containsEntry("KAFKA_BOOTSTRAP_SERVERS", stack.kafkaBootstrapServers());
    String url =
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                environment.get("POSTGRES_HOST"),
                environment.get("POSTGRES_PORT"),
                environment.get("POSTGRES_DATABASE"));
    try (Connection connection =
        DriverManager.getConnection(
            url, environment.get("POSTGRES_USER"), environment.get("POSTGRES_PASSWORD"))) {
      assertThat(connection.getCatalog()).isEqualTo("named");
    }
  }

  @Test
  void brokerKeepsWhatIsSent() throws ExecutionException, InterruptedException {
    String topic = "contract-" + UUID.randomUUID();
    createTopic(topic);

    send(topic, "paused");

    assertThat(readOne(topic)).isEqualTo("paused");
  }

  @Test
  void topicThatNobodyCreatedIsNotCreatedBySending() throws InterruptedException {
    String topic = "nobody-created-" + UUID.randomUUID();

    assertThatThrownBy(() -> send(topic, "lost")).hasMessageContaining("not present in metadata");

    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrapServers()))) {
      assertThat(admin.listTopics().names().toCompletionStage())
          .succeedsWithin(Duration.ofSeconds(10))
          .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.collection(String.class))
          .doesNotContain(topic);
    }
  }

  private void createTopic(String topic) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(topic, 12, (short) 1))).all().get();
    }
  }

  private void send(String topic, String value) throws ExecutionException, InterruptedException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            stack.kafkaBootstrapServers(),
            "acks",
            "all",
            "max.block.ms",
            2000);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "amazon", value)).get();
    }
  }

  private String readOne(String topic) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            stack.kafkaBootstrapServers(),
            "group.id",
            "contract",
            "auto.offset.reset",
            "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (System.nanoTime() < deadline) {
        for (var message : consumer.poll(Duration.ofMillis(200))) {
          return message.value();
        }
      }
      return "nothing came";
    }
  }

  private String firstValue(String url, String query) throws SQLException {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, stack.postgresUser(), stack.postgresPassword());
  }
}
