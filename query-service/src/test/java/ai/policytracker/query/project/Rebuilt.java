package ai.policytracker.query.project;

import ai.policytracker.wire.Topics;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;

/** A second projection of the same topic, in a schema of its own beside the running one. */
final class Rebuilt implements AutoCloseable {
  private static final String SCHEMA = "query_rebuilt";

  private final Config config = ConfigProvider.getConfig();
  private final Vertx vertx = Vertx.vertx();
  private final Pool pool;

  private Rebuilt() {
    PgConnectOptions options =
        PgConnectOptions.fromUri(
                value("quarkus.datasource.reactive.url").replace("search_path=query", ""))
            .setUser(value("quarkus.datasource.username"))
            .setPassword(value("quarkus.datasource.password"))
            .addProperty("search_path", SCHEMA);
    pool =
        Pool.newInstance(PgBuilder.pool().connectingTo(options).using(vertx.getDelegate()).build());
  }

  /** The schema as new, but for the seqs that were given. */
  static Rebuilt of(DataSource dataSource) throws SQLException {
    Flyway.configure().dataSource(dataSource).schemas(SCHEMA).load().migrate();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO query_rebuilt.change_seq TABLE query.change_seq");
      statement.execute(
          "INSERT INTO query_rebuilt.shard (shard, topic_id, next_offset)"
              + " SELECT shard, topic_id, 0 FROM query.shard");
    }
    return new Rebuilt();
  }

  void projectWholeTopic() {
    Projection projection = new Projection(pool);
    List<TopicPartition> partitions =
        IntStream.range(0, Topics.SHARDS)
            .mapToObj(shard -> new TopicPartition(Topics.CHANGES, shard))
            .toList();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                value("kafka.bootstrap.servers"),
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                70),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        projection.take(consumer.poll(Duration.ofSeconds(1))).await().indefinitely();
      }
    }
  }

  private String value(String key) {
    return config.getValue(key, String.class);
  }

  @Override
  public void close() {
    pool.closeAndAwait();
    vertx.closeAndAwait();
  }
}
