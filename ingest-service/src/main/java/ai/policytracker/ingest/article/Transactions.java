package ai.policytracker.ingest.article;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Runs a unit of work on an event loop, where Hibernate Reactive belongs, from any thread. */
@ApplicationScoped
class Transactions {
  private final Vertx vertx;
  private final Mutiny.SessionFactory sessions;

  Transactions(Vertx vertx, Mutiny.SessionFactory sessions) {
    this.vertx = vertx;
    this.sessions = sessions;
  }

  /** Commits when the work has ended, rolls back when it has failed. */
  <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                contextOfItsOwn()
                    .runOnContext(
                        _ ->
                            Uni.createFrom()
                                .deferred(() -> sessions.withTransaction(work))
                                .subscribe()
                                .with(emitter::complete, emitter::fail)));
  }

  /** Two units of work on one context would share a session. */
  private Context contextOfItsOwn() {
    Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    VertxContextSafetyToggle.setContextSafe(context, true);
    return context;
  }
}
