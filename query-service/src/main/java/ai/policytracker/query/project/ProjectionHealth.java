package ai.policytracker.query.project;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Names the companies that are halted. The service stays ready: all the others are well. */
@Readiness
@ApplicationScoped
public class ProjectionHealth implements AsyncHealthCheck {
  private static final String NAME = "projection";
  private static final String HALTED =
      "SELECT company, halted_reason FROM company WHERE halted_reason IS NOT NULL ORDER BY 1 LIMIT 20";

  private final Pool pool;

  ProjectionHealth(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return pool.query(HALTED)
        .execute()
        .map(ProjectionHealth::up)
        .onFailure()
        .recoverWithItem(() -> HealthCheckResponse.down(NAME));
  }

  private static HealthCheckResponse up(RowSet<Row> halted) {
    HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME).up();
    halted.forEach(row -> response.withData(row.getString(0), row.getString(1)));
    return response.build();
  }
}
