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

/**
 * Names the companies that are halted. The service stays ready: all the others are well. It is not
 * while the read model is filled again after a migration that emptied it.
 */
@Readiness
@ApplicationScoped
public class ProjectionHealth implements AsyncHealthCheck {
  private static final String NAME = "projection";
  private static final String STATE =
      """
      SELECT s.to_refill, c.company, c.halted_reason, count(c.company) OVER () AS halted
      FROM (SELECT coalesce(sum(greatest(refilled_at - next_offset, 0)), 0)::bigint AS to_refill
            FROM shard) s
        LEFT JOIN company c ON c.halted_reason IS NOT NULL
      ORDER BY c.company LIMIT 20""";

  private final Pool pool;
  private final ProjectionMetrics metrics;

  ProjectionHealth(Pool pool, ProjectionMetrics metrics) {
    this.pool = pool;
    this.metrics = metrics;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return pool.query(STATE)
        .execute()
        .map(this::response)
        .onFailure()
        .recoverWithItem(() -> HealthCheckResponse.down(NAME));
  }

  private HealthCheckResponse response(RowSet<Row> rows) {
    Row first = rows.iterator().next();
    metrics.halted(first.getLong("halted"));
    long toRefill = first.getLong("to_refill");
    HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME).status(toRefill == 0);
    if (toRefill > 0) {
      response.withData("changes to be projected again", toRefill);
    }
    for (Row row : rows) {
      if (row.getString("company") != null) {
        response.withData(row.getString("company"), row.getString("halted_reason"));
      }
    }
    return response.build();
  }
}
