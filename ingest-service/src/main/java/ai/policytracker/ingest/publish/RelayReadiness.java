package ai.policytracker.ingest.publish;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready where what is taken in does not get out. */
@Readiness
class RelayReadiness implements HealthCheck {
  private final OutboxRelay relay;

  RelayReadiness(OutboxRelay relay) {
    this.relay = relay;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("outbox relay").status(!relay.isStuck()).build();
  }
}
