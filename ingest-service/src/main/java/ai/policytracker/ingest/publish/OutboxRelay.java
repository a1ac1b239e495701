package ai.policytracker.ingest.publish;

import ai.policytracker.shell.PollingLoop;
import ai.policytracker.shell.TopicSetup;
import ai.policytracker.wire.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;

/**
 * Sends what is in the outbox, at least once and in no order: woken after a commit, polling
 * besides, for ever.
 */
@ApplicationScoped
public class OutboxRelay {
  private final Outbox outbox;
  private final OutboxMetrics metrics;
  private final TopicSetup topics;
  private final RelaySettings settings;
  private final PollingLoop loop;
  private Instant nextMeasurement = Instant.MIN;
  private volatile Instant lastSuccess = Instant.now();

  OutboxRelay(Outbox outbox, OutboxMetrics metrics, TopicSetup topics, RelaySettings settings) {
    this.outbox = outbox;
    this.metrics = metrics;
    this.topics = topics;
    this.settings = settings;
    this.loop = new PollingLoop("outbox-relay", settings.interval(), this::round);
  }

  void start(@Observes StartupEvent event) {
    topics.ensure(Topics.CLAIMS, TopicSetup.KEPT_FOR_EVER);
    loop.start();
  }

  /** After a commit that left events. */
  public void wake() {
    loop.wake();
  }

  /** Nothing but a restart starts it again. */
  boolean isDead() {
    return loop.isDead();
  }

  /** It has been trying for longer than it should take. */
  boolean isStuck() {
    Duration failing = Duration.between(lastSuccess, Instant.now());
    return loop.isDead() || (loop.isFailing() && failing.compareTo(settings.stuckAfter()) > 0);
  }

  private boolean round() {
    if (Instant.now().isAfter(nextMeasurement)) {
      metrics.measured(outbox.measure());
      nextMeasurement = Instant.now().plus(settings.measureEvery());
    }
    int sent = outbox.sendBatch(settings.batchSize());
    metrics.published(sent);
    lastSuccess = Instant.now();
    return sent == settings.batchSize();
  }

  /** While the pool is still open. */
  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }
}
