package ai.policytracker.shell;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs a step on a thread of its own: at once when woken, else once per interval, again at once
 * while there is more, later and later while it fails.
 */
public final class PollingLoop implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(PollingLoop.class);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  /** One round; true where there may be more to do at once. */
  @FunctionalInterface
  public interface Step {
    boolean run() throws InterruptedException;
  }

  private final Semaphore wake = new Semaphore(0);
  private final Duration interval;
  private final Step step;
  private final Thread thread;
  private volatile boolean stopping;
  private volatile boolean failing;

  public PollingLoop(String name, Duration interval, Step step) {
    this.interval = interval;
    this.step = step;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::loop);
  }

  public void start() {
    thread.start();
  }

  /** After a commit that left something to do. */
  public void wake() {
    wake.release();
  }

  /** The last round failed; it is being tried again. */
  public boolean isFailing() {
    return failing;
  }

  /** A fault ended it; only a restart helps. */
  public boolean isDead() {
    return !thread.isAlive() && !stopping;
  }

  private void loop() {
    Duration backoff = interval;
    try {
      while (!stopping) {
        wake.drainPermits();
        try {
          boolean more = step.run();
          failing = false;
          backoff = interval;
          if (!more) {
            pause(interval);
          }
        } catch (RuntimeException e) {
          tell(e, backoff);
          failing = true;
          TimeUnit.MILLISECONDS.sleep(backoff.toMillis());
          backoff =
              backoff.multipliedBy(2).compareTo(LONGEST_BACKOFF) < 0
                  ? backoff.multipliedBy(2)
                  : LONGEST_BACKOFF;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(RuntimeException failure, Duration backoff) {
    if (stopping) {
      return;
    }
    if (Transience.isTransient(failure)) {
      LOG.warnf("%s is tried again in %s: %s", thread.getName(), backoff, failure);
    } else {
      LOG.errorf(failure, "%s failed and is tried again in %s", thread.getName(), backoff);
    }
  }

  private void pause(Duration atMost) throws InterruptedException {
    if (wake.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  @Override
  public void close() {
    stopping = true;
    wake.release();
    try {
      if (thread.isAlive() && !thread.join(STOP_TIMEOUT)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
