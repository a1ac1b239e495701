package ai.policytracker.ingest.publish;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Asks for a restart where the relay's thread has died. Asynchronous, so that it needs no worker
 * thread: uploads may hold all of them.
 */
@Liveness
@ApplicationScoped
class RelayLiveness implements AsyncHealthCheck {
  private final OutboxRelay relay;

  RelayLiveness(OutboxRelay relay) {
    this.relay = relay;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .item(
            () -> HealthCheckResponse.named("outbox relay thread").status(!relay.isDead()).build());
  }
}
