package ai.policytracker.query.project;

import ai.policytracker.shell.Transience;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Tries again, without end, what fails by itself passing troubles; faults go through. */
@ApplicationScoped
class Patience {
  private static final Logger LOG = Logger.getLogger(Patience.class);

  private final ProjectionSettings settings;

  Patience(ProjectionSettings settings) {
    this.settings = settings;
  }

  <T> Uni<T> retrying(String what, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(work::get)
        .onFailure(Patience::passes)
        .invoke(failure -> LOG.warnf("%s is tried again after: %s", what, failure))
        .onFailure(Patience::passes)
        .retry()
        .withBackOff(settings.firstBackoff(), settings.longestBackoff())
        .indefinitely();
  }

  private static boolean passes(Throwable failure) {
    return failure instanceof ReadModelReplacedException || Transience.isTransient(failure);
  }
}
