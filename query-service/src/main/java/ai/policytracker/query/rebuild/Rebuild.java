package ai.policytracker.query.rebuild;

import ai.policytracker.query.project.Projection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Projects all changes into a second schema beside the running one, follows until it has caught up,
 * and lets the two change places. Reads and the running projection go on meanwhile. All methods
 * block.
 */
@ApplicationScoped
public class Rebuild {
  private static final Logger LOG = Logger.getLogger(Rebuild.class);

  private final Pool pool;
  private final Flyway flyway;
  private final RebuildSettings settings;
  private final String bootstrapServers;

  Rebuild(
      Pool pool,
      Flyway flyway,
      RebuildSettings settings,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.pool = pool;
    this.flyway = flyway;
    this.settings = settings;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * @param changes in the rebuilt log
   * @param healedChanges of these the ones that the replaced model could not apply
   * @param haltedCompanies still halted
   */
  public record Outcome(
      long changes,
      long healedChanges,
      List<String> healedCompanies,
      List<String> haltedCompanies,
      Duration took) {}

  /**
   * @throws RebuildRefusedException where the rebuilt model does not take the running one's place
   */
  public Outcome run() {
    long startedAt = System.nanoTime();
    SqlConnection lock = pool.getConnectionAndAwait();
    try {
      RebuiltSchema schema = new RebuiltSchema(pool, flyway);
      schema.lockOutOthers(lock);
      schema.create();
      Swap.Result swapped = followAndSwap(schema);
      return new Outcome(
          schema.changes(),
          swapped.healedChanges(),
          swapped.healedCompanies(),
          swapped.haltedCompanies(),
          Duration.ofNanos(System.nanoTime() - startedAt));
    } finally {
      lock.query("SELECT pg_advisory_unlock_all()")
          .execute()
          .chain(lock::close)
          .await()
          .indefinitely();
    }
  }

  private Swap.Result followAndSwap(RebuiltSchema schema) {
    Projection projection = Projection.into(pool, RebuiltSchema.REBUILT);
    try (ChangesReader reader = new ChangesReader(bootstrapServers, settings, projection)) {
      long behind;
      do {
        Map<Integer, Long> running = schema.copySeqs();
        reader.readUpTo(running);
        behind = reader.behind(schema.runningOffsets());
        LOG.infof("rebuilt changes=%d behind=%d", reader.records(), behind);
      } while (behind > settings.recordsBehindAtSwap());
      return new Swap(pool, settings, schema, reader).run();
    }
  }
}
