package ai.policytracker.policyservice.process;

import ai.policytracker.shell.Transience;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Takes claim events from Kafka; the next offset is stored with their effect. */
@ApplicationScoped
public class ClaimConsumer {
  private static final Logger LOG = Logger.getLogger(ClaimConsumer.class);
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

  private final Append append;

  ClaimConsumer(Append append) {
    this.append = append;
  }

  /** Tries again for ever while the database is away: the records stay where they are. */
  @Incoming("claims")
  public Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return Uni.createFrom()
        .item(() -> Arrivals.of(records))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(this::append)
        .replaceWithVoid();
  }

  private Uni<BatchFold> append(Arrivals arrivals) {
    return append
        .run(arrivals.shards(), (tx, locked) -> Uni.createFrom().item(() -> arrivals.fresh(locked)))
        .onFailure(Transience::isTransient)
        .invoke(e -> LOG.warnf("%d records are tried again: %s", arrivals.inOrder().size(), e))
        .onFailure(Transience::isTransient)
        .retry()
        .withBackOff(FIRST_BACKOFF, LONGEST_BACKOFF)
        .indefinitely();
  }
}
