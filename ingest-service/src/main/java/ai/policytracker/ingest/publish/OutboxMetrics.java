package ai.policytracker.ingest.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What waits in the outbox, as measured last, and what has left it. */
@ApplicationScoped
class OutboxMetrics {
  private final Counter published;
  private volatile Outbox.Backlog backlog = new Outbox.Backlog(0, Duration.ZERO);

  OutboxMetrics(MeterRegistry registry) {
    published =
        Counter.builder("claims.published")
            .description("Claim events that Kafka acknowledged to this instance")
            .register(registry);
    Gauge.builder("outbox.size", () -> backlog.rows())
        .description("Events that wait for Kafka's acknowledgement")
        .register(registry);
    Gauge.builder("outbox.oldest.age", () -> backlog.oldest().toMillis() / 1000.0)
        .description("How long the oldest of them has waited")
        .baseUnit("seconds")
        .register(registry);
  }

  void measured(Outbox.Backlog measured) {
    backlog = measured;
  }

  void published(int events) {
    published.increment(events);
  }
}
