package ai.policytracker.ingest.publish;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Asks for a restart where the relay's thread has died. */
@Liveness
class RelayLiveness implements HealthCheck {
  private final OutboxRelay relay;

  RelayLiveness(OutboxRelay relay) {
    this.relay = relay;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("outbox relay thread").status(!relay.isDead()).build();
  }
}
