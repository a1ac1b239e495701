package ai.policytracker.policyservice.relay;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while changes or parked records cannot be published. */
@Readiness
@ApplicationScoped
class RelayHealth implements HealthCheck {
  private final ChangeRelay changes;
  private final DeadLetterRelay deadLetters;

  RelayHealth(ChangeRelay changes, DeadLetterRelay deadLetters) {
    this.changes = changes;
    this.deadLetters = deadLetters;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("relays")
        .status(changes.isHealthy() && deadLetters.isHealthy())
        .withData("changes", changes.isHealthy())
        .withData("deadLetters", deadLetters.isHealthy())
        .build();
  }
}
