package ai.policytracker.shell;

import ai.policytracker.wire.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Creates a service's topics at start, or refuses to start on topics of another shape. */
@ApplicationScoped
public class TopicSetup {
  /** A rebuild reads from the beginning, so nothing is ever dropped. */
  public static final Map<String, String> KEPT_FOR_EVER =
      Map.of(
          TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
          TopicConfig.RETENTION_MS_CONFIG, "-1",
          TopicConfig.RETENTION_BYTES_CONFIG, "-1");

  /** What a new record makes worthless is dropped after an hour. */
  public static final Map<String, String> SHORT_LIVED =
      Map.of(
          TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
          TopicConfig.RETENTION_MS_CONFIG, "3600000",
          TopicConfig.SEGMENT_MS_CONFIG, "600000");

  private final String bootstrapServers;
  private final KafkaSettings settings;

  TopicSetup(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      KafkaSettings settings) {
    this.bootstrapServers = bootstrapServers;
    this.settings = settings;
  }

  /**
   * Blocks.
   *
   * @return the id that the topic got at its birth; another one means another topic of that name
   * @throws IllegalStateException where the topic has another number of partitions, or is missing
   *     and may not be created
   */
  public String ensure(String topic, Map<String, String> config) {
    Map<String, Object> client =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) settings.timeout().toMillis());
    try (Admin admin = Admin.create(client)) {
      TopicDescription description =
          describe(admin, topic).orElseGet(() -> create(admin, topic, config));
      if (description.partitions().size() != Topics.SHARDS) {
        throw new IllegalStateException(
            "topic %s has %d partitions and must have %d; a shard is a partition, so the number is fixed at its birth"
                .formatted(topic, description.partitions().size(), Topics.SHARDS));
      }
      return description.topicId().toString();
    }
  }

  private Optional<TopicDescription> describe(Admin admin, String topic) {
    try {
      return Optional.of(await(admin.describeTopics(List.of(topic)).topicNameValues().get(topic)));
    } catch (UnknownTopicOrPartitionException e) {
      return Optional.empty();
    }
  }

  private TopicDescription create(Admin admin, String topic, Map<String, String> config) {
    if (!settings.createTopics()) {
      throw new IllegalStateException(
          "topic %s is missing; create it with %d partitions, or set tracker.kafka.create-topics"
              .formatted(topic, Topics.SHARDS));
    }
    NewTopic wanted = new NewTopic(topic, Topics.SHARDS, settings.replicationFactor());
    try {
      await(admin.createTopics(List.of(wanted.configs(config))).all());
    } catch (TopicExistsException e) {
      // Another instance was faster; what it made is checked like any other.
    }
    long giveUpAt = System.nanoTime() + settings.timeout().toNanos();
    while (System.nanoTime() < giveUpAt) {
      Optional<TopicDescription> made = describe(admin, topic);
      if (made.isPresent()) {
        return made.get();
      }
    }
    throw new IllegalStateException("topic %s was created but is not visible".formatted(topic));
  }

  private <T> T await(org.apache.kafka.common.KafkaFuture<T> future) {
    try {
      return future.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "no answer from Kafka at %s within %s".formatted(bootstrapServers, settings.timeout()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Kafka", e);
    }
  }
}
