package ai.policytracker.policyservice.date;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Not live once nobody looks for dates any more: a fault ended the loop, and a restart begins it
 * anew.
 */
@Liveness
@ApplicationScoped
class DatesHealth implements HealthCheck {
  private final Dates dates;

  DatesHealth(Dates dates) {
    this.dates = dates;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("dates").status(!dates.isDead()).build();
  }
}
