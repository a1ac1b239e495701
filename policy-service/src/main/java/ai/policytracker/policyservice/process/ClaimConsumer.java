package ai.policytracker.policyservice.process;

import ai.policytracker.policy.ChangeType;
import ai.policytracker.policyservice.relay.ChangeRelay;
import ai.policytracker.policyservice.relay.DeadLetterRelay;
import ai.policytracker.shell.Transience;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes claim events from Kafka and stores their effect: the appended event, the folded state, the
 * change to be published and the next offset, all in one transaction under the shards' locks.
 */
@ApplicationScoped
public class ClaimConsumer {
  private static final Logger LOG = Logger.getLogger(ClaimConsumer.class);
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

  private final Pool pool;
  private final EventStore store;
  private final ChangeRelay changes;
  private final DeadLetterRelay deadLetters;
  private final MeterRegistry metrics;

  ClaimConsumer(
      Pool pool,
      EventStore store,
      ChangeRelay changes,
      DeadLetterRelay deadLetters,
      MeterRegistry metrics) {
    this.pool = pool;
    this.store = store;
    this.changes = changes;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  /** Tries again for ever while the database is away: the records stay where they are. */
  @Incoming("claims")
  public Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return pool.withTransaction(tx -> process(tx, records))
        .onFailure(Transience::isTransient)
        .invoke(e -> LOG.warnf("%d records are tried again: %s", records.count(), e))
        .onFailure(Transience::isTransient)
        .retry()
        .withBackOff(FIRST_BACKOFF, LONGEST_BACKOFF)
        .indefinitely()
        .invoke(this::tell)
        .replaceWithVoid();
  }

  private Uni<BatchFold> process(SqlConnection tx, ConsumerRecords<String, byte[]> records) {
    return store
        .lock(tx, partitions(records))
        .flatMap(
            locked ->
                store
                    .withoutKnown(tx, ClaimBatch.of(records, locked.rows()))
                    .flatMap(batch -> fold(tx, batch, locked)))
        .call(fold -> store.save(tx, fold));
  }

  private Uni<BatchFold> fold(SqlConnection tx, ClaimBatch batch, EventStore.Locked locked) {
    return store
        .states(tx, batch.subjects())
        .flatMap(
            states ->
                store
                    .versions(tx, batch.companies())
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(versions -> new BatchFold(batch, states, versions, locked.now())));
  }

  private static List<Integer> partitions(ConsumerRecords<String, byte[]> records) {
    return records.partitions().stream().map(TopicPartition::partition).toList();
  }

  private void tell(BatchFold fold) {
    for (BatchFold.Appended appended : fold.appended()) {
      ChangeType type = appended.change().type();
      metrics.counter("tracker.policy.changes", "type", type.name()).increment();
    }
    metrics.counter("tracker.policy.parked").increment(fold.batch().parked().size());
    for (ParkedRecord parked : fold.batch().parked()) {
      LOG.errorf(
          "parked topic=%s partition=%d offset=%d reason=%s",
          parked.topic(), parked.partition(), parked.offset(), parked.reason());
    }
    if (!fold.appended().isEmpty()) {
      LOG.infof(
          "appended events=%d parked=%d", fold.appended().size(), fold.batch().parked().size());
      changes.wake();
    }
    if (!fold.batch().parked().isEmpty()) {
      deadLetters.wake();
    }
  }
}
