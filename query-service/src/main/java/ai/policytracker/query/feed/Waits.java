package ai.policytracker.query.feed;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Those who wait for the feed to have come somewhere. */
final class Waits {
  private final Set<Wait> waiting = ConcurrentHashMap.newKeySet();

  /** Told apart by identity: two may wait for the same. */
  private static final class Wait {
    private final String company;
    private final BooleanSupplier reached;
    private final UniEmitter<? super Void> emitter;

    Wait(String company, BooleanSupplier reached, UniEmitter<? super Void> emitter) {
      this.company = company;
      this.reached = reached;
      this.emitter = emitter;
    }
  }

  /**
   * @param company whose version is waited for; null where it is the feed's head
   * @return ends once it is reached; without an end of its own where it never is
   */
  Uni<Void> until(String company, BooleanSupplier reached) {
    return Uni.createFrom()
        .<Void>emitter(emitter -> register(new Wait(company, reached, emitter)))
        .emitOn(Infrastructure.getDefaultWorkerPool());
  }

  private void register(Wait wait) {
    waiting.add(wait);
    wait.emitter.onTermination(() -> waiting.remove(wait));
    // It may have come between the caller's own look and now.
    release(wait);
  }

  private void release(Wait wait) {
    if (wait.reached.getAsBoolean() && waiting.remove(wait)) {
      wait.emitter.complete(null);
    }
  }

  void releaseReached() {
    waiting.forEach(this::release);
  }

  void releaseAll() {
    waiting.forEach(
        wait -> {
          if (waiting.remove(wait)) {
            wait.emitter.complete(null);
          }
        });
  }

  /** Companies whose version is waited for. */
  Stream<String> companies() {
    return waiting.stream().map(wait -> wait.company).filter(company -> company != null).distinct();
  }
}
