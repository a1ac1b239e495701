package ai.policytracker.query.project;

import ai.policytracker.query.feed.FeedTail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The way in for changes. Nothing is ever nacked but a fault, which stops the channel. */
@ApplicationScoped
public class ChangesChannel {
  private final Projection projection;
  private final Patience patience;
  private final ProjectionMetrics metrics;
  private final FeedTail tail;

  ChangesChannel(
      Projection projection, Patience patience, ProjectionMetrics metrics, FeedTail tail) {
    this.projection = projection;
    this.patience = patience;
    this.metrics = metrics;
    this.tail = tail;
  }

  @Incoming("changes")
  Uni<Void> project(ConsumerRecords<String, byte[]> records) {
    return patience
        .retrying("a batch of changes", () -> projection.take(records))
        .invoke(metrics::committed)
        .invoke(tail::wake)
        .replaceWithVoid();
  }
}
