package ai.policytracker.query.request;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * What streams and exports have in common, which are sent as they come: when the process stops, the
 * connections stay open until they have ended; and what breaks them off is logged and counted, for
 * once their head is out no problem can tell the caller, whose connection is reset.
 */
@ApplicationScoped
public class OpenAnswers {
  private static final Logger LOG = Logger.getLogger(OpenAnswers.class);

  /** What goes on without end is told to end before. */
  private static final int LAST = 10_000;

  private final ShutdownSettings settings;
  private final MeterRegistry metrics;
  private final AtomicInteger open = new AtomicInteger();
  private final CountDownLatch allEnded = new CountDownLatch(1);
  private volatile boolean stopping;

  OpenAnswers(ShutdownSettings settings, MeterRegistry metrics) {
    this.settings = settings;
    this.metrics = metrics;
  }

  /**
   * @param kind of answer, in the log and as tag of the metric
   */
  public <T> Multi<T> told(String kind, Multi<T> answer) {
    return answer
        .onFailure()
        .invoke(
            failure -> {
              metrics.counter("tracker.answers.broken", "kind", kind).increment();
              LOG.errorf(failure, "broke off an answer kind=%s", kind);
            });
  }

  void begun() {
    open.incrementAndGet();
  }

  void ended() {
    if (open.decrementAndGet() == 0 && stopping) {
      allEnded.countDown();
    }
  }

  boolean isStopping() {
    return stopping;
  }

  void awaitAll(@Observes @Priority(LAST) ShutdownDelayInitiatedEvent stop)
      throws InterruptedException {
    stopping = true;
    if (open.get() > 0
        && !allEnded.await(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warnf("breaks off %d answers that are still under way", open.get());
    }
  }
}
