package ai.policytracker.query.project;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Counts, times and logs what was committed. */
@ApplicationScoped
public class ProjectionMetrics {
  private static final Logger LOG = Logger.getLogger(ProjectionMetrics.class);

  private final Counter projected;
  private final Counter parked;
  private final Counter unreadableHeartbeats;
  private final Timer lag;
  private final AtomicLong halted;

  ProjectionMetrics(MeterRegistry registry) {
    projected = registry.counter("tracker.projection.changes");
    parked = registry.counter("tracker.projection.parked");
    unreadableHeartbeats = registry.counter("tracker.projection.heartbeats.unreadable");
    lag =
        Timer.builder("tracker.projection.lag")
            .description("From the recording of a change to its being readable")
            .register(registry);
    halted = registry.gauge("tracker.projection.companies.halted", new AtomicLong());
  }

  void committed(Effects effects) {
    Instant now = Instant.now();
    projected.increment(effects.logged().size());
    effects
        .logged()
        .forEach(l -> lag.record(Duration.between(l.received().change().recordedAt(), now)));
    for (Received.Unreadable unreadable : effects.parked()) {
      parked.increment();
      LOG.errorf(
          "parked an unreadable change topic=%s partition=%d offset=%d: %s",
          unreadable.record().topic(),
          unreadable.record().partition(),
          unreadable.record().offset(),
          unreadable.reason());
    }
    for (CompanyProgress company : effects.halts()) {
      halted.incrementAndGet();
      LOG.errorf(
          "nothing more is applied companyId=%s: %s", company.company(), company.haltedReason());
    }
  }

  void halted(long companies) {
    halted.set(companies);
  }

  void unreadableHeartbeat(String reason) {
    unreadableHeartbeats.increment();
    LOG.warnf("a heartbeat could not be read: %s", reason);
  }
}
