package ai.policytracker.query.request;

import ai.policytracker.shell.Problems;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds how many answers that go on for long are open at once in this process. */
public final class Places {
  private final OpenAnswers open;
  private final AtomicInteger taken;
  private final int most;
  private final Duration retryAfter;
  private final String refusal;

  /**
   * @param taken counts the open ones
   * @param retryAfter what callers are told for whom no place is left
   * @param refusal tells them why
   */
  public Places(
      OpenAnswers open, AtomicInteger taken, int most, Duration retryAfter, String refusal) {
    this.open = open;
    this.taken = taken;
    this.most = most;
    this.retryAfter = retryAfter;
    this.refusal = refusal;
  }

  /**
   * Taken until the answer's connection ends, or what is returned is run; 429 where none is left.
   *
   * @return may be run more than once
   */
  public Runnable take(RoutingContext call) {
    if (taken.incrementAndGet() > most) {
      taken.decrementAndGet();
      throw Problems.tooMany(refusal, retryAfter);
    }
    open.begun();
    AtomicBoolean left = new AtomicBoolean();
    Runnable leave =
        () -> {
          if (left.compareAndSet(false, true)) {
            taken.decrementAndGet();
            open.ended();
          }
        };
    call.addEndHandler(end -> leave.run());
    if (call.response().closed()) {
      // The caller was gone before: nobody will tell.
      leave.run();
    }
    return leave;
  }
}
