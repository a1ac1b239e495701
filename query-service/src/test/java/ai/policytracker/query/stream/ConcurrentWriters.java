package ai.policytracker.query.stream;

import ai.policytracker.policy.Change;
import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.Database;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import ai.policytracker.query.project.Projection;
import ai.policytracker.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Sends changes of many companies, and projects them beside the service: with it four writers
 * compete for the shards and the feed, each in transactions of its own.
 */
final class ConcurrentWriters implements AutoCloseable {
  private static final int BESIDE_THE_SERVICE = 3;

  private final ChangesTopic topic;
  private final Projection projection;
  private final String bootstrapServers;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> running = new ArrayList<>();
  private volatile boolean done;

  private ConcurrentWriters(ChangesTopic topic, Projection projection, String bootstrapServers) {
    this.topic = topic;
    this.projection = projection;
    this.bootstrapServers = bootstrapServers;
  }

  static ConcurrentWriters start(
      ChangesTopic topic, Projection projection, Database database, String bootstrapServers) {
    ConcurrentWriters writers = new ConcurrentWriters(topic, projection, bootstrapServers);
    for (int i = 0; i < BESIDE_THE_SERVICE; i++) {
      KafkaConsumer<String, byte[]> consumer = writers.consumer(database);
      writers.running.add(writers.threads.submit(() -> writers.project(consumer)));
    }
    return writers;
  }

  private void project(KafkaConsumer<String, byte[]> consumer) {
    try (consumer) {
      while (!done) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(50))) {
          projection.project(List.of(record)).onFailure().retry().atMost(3).await().indefinitely();
        }
      }
    }
  }

  /** From the end on, where the service has come already: nobody leaves a hole. */
  private KafkaConsumer<String, byte[]> consumer(Database database) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "max.poll.records", 7),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> all =
        IntStream.range(0, Topics.SHARDS)
            .mapToObj(shard -> new TopicPartition(Topics.CHANGES, shard))
            .toList();
    consumer.assign(all);
    consumer.seekToEnd(all);
    long end = all.stream().mapToLong(consumer::position).sum();
    Api.waitUntil(
        "all that was sent before",
        () -> database.number("SELECT sum(next_offset) FROM query.shard") >= end);
    return consumer;
  }

  /** One change of each of so many companies, from four threads. */
  void write(String prefix, int companies) {
    List<Future<?>> sent = new ArrayList<>();
    for (int writer = 0; writer < 4; writer++) {
      int first = writer;
      sent.add(
          threads.submit(
              () -> {
                for (int i = first; i < companies; i += 4) {
                  send(change(prefix + "-" + i));
                }
              }));
    }
    sent.forEach(ConcurrentWriters::await);
  }

  private static List<Change> change(String company) {
    return new WriteSide(Instant.parse("2026-01-01T00:00:00Z"))
        .append(Told.of(company, company + "-1").on("2020-06-10").event());
  }

  private void send(List<Change> changes) {
    synchronized (topic) {
      topic.sendChanges(changes);
    }
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    done = true;
    running.forEach(ConcurrentWriters::await);
    threads.close();
  }
}
