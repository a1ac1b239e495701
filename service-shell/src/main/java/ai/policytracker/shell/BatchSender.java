package ai.policytracker.shell;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends batches with a plain producer: all acknowledged by all replicas, or an exception. */
@Dependent
public class BatchSender {
  /** Records of one partition that are compressed together; Kafka's default is 16 kB. */
  private static final int BATCH_BYTES = 128 * 1024;

  private final Map<String, Object> config;
  private KafkaProducer<String, byte[]> producer;

  BatchSender(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      KafkaSettings settings) {
    config =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            // flush() ends the wait: full batches instead of whatever the network thread gets hold
            // of
            ProducerConfig.LINGER_MS_CONFIG,
            1_000,
            ProducerConfig.BATCH_SIZE_CONFIG,
            BATCH_BYTES,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            (int) settings.timeout().toMillis(),
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            (int) settings.timeout().toMillis() / 2);
  }

  /**
   * Blocks until every record is acknowledged.
   *
   * @throws KafkaException where one was not; some may have been: the caller sends all of them
   *     again
   */
  public synchronized void send(List<ProducerRecord<String, byte[]>> records) {
    if (producer == null) {
      producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }
    try {
      List<Future<?>> acks = new ArrayList<>(records.size());
      records.forEach(record -> acks.add(producer.send(record)));
      producer.flush();
      for (Future<?> ack : acks) {
        ack.get();
      }
    } catch (ExecutionException e) {
      close();
      throw new KafkaException("not acknowledged", e.getCause());
    } catch (KafkaException e) {
      close();
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted before the acknowledgement", e);
    }
  }

  /** After a failed send the producer may hold unsent records; a new one starts clean. */
  @PreDestroy
  synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }
}
