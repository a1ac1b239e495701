package ai.policytracker.benchmarks.process;

import ai.policytracker.quickstart.stack.Stack;
import ai.policytracker.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The same bytes, nothing understood: consume, insert into two tables in batches, publish. */
final class Reference {
  static final String OUT = "bench.reference";

  private static final String TABLES =
      """
      CREATE TABLE event (shard int, position bigint, payload json, PRIMARY KEY (shard, position));
      CREATE TABLE change (shard int, position bigint, payload json, PRIMARY KEY (shard, position))
      """;

  private final Stack stack;
  private final String name;
  private final int events;

  Reference(Stack stack, String name, int events) {
    this.stack = stack;
    this.name = name;
    this.events = events;
  }

  /** From the first record to the last acknowledgement. */
  double seconds() throws SQLException {
    String url = stack.createDatabase(name);
    Map<String, Object> consuming =
        Map.of(
            "bootstrap.servers", stack.kafkaBootstrapServers(),
            "group.id", name,
            "auto.offset.reset", "earliest",
            "enable.auto.commit", "false",
            "max.poll.records", "1000");
    Map<String, Object> producing = Map.of("bootstrap.servers", stack.kafkaBootstrapServers());
    try (Connection connection =
            DriverManager.getConnection(url, stack.postgresUser(), stack.postgresPassword());
        KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(consuming, new StringDeserializer(), new ByteArrayDeserializer());
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(producing, new StringSerializer(), new ByteArraySerializer())) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(TABLES);
      }
      connection.setAutoCommit(false);
      consumer.subscribe(List.of(Topics.CLAIMS));
      long started = 0;
      for (int done = 0; done < events; ) {
        ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofSeconds(1));
        started = started == 0 && !records.isEmpty() ? System.nanoTime() : started;
        insert(connection, "event", records);
        insert(connection, "change", records);
        connection.commit();
        for (ConsumerRecord<String, byte[]> record : records) {
          producer.send(new ProducerRecord<>(OUT, record.key(), record.value()));
        }
        done += records.count();
      }
      producer.flush();
      return (System.nanoTime() - started) / 1e9;
    }
  }

  private static void insert(
      Connection connection, String table, ConsumerRecords<String, byte[]> records)
      throws SQLException {
    List<Integer> shards = new ArrayList<>();
    List<Long> positions = new ArrayList<>();
    List<String> payloads = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      shards.add(record.partition());
      positions.add(record.offset());
      payloads.add(new String(record.value(), StandardCharsets.UTF_8));
    }
    String sql =
        "INSERT INTO %s SELECT s, p, j::json FROM unnest(?, ?, ?) AS r (s, p, j)".formatted(table);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("int4", shards.toArray()));
      statement.setArray(2, connection.createArrayOf("int8", positions.toArray()));
      statement.setArray(3, connection.createArrayOf("text", payloads.toArray()));
      statement.executeUpdate();
    }
  }
}
