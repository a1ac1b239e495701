package ai.policytracker.query.rebuild;

import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * {@code java -jar quarkus-run.jar rebuild}: rebuilds the read model beside running instances. Ends
 * with 0 when the rebuilt one has taken its place, with 1 when the running one stays.
 */
public class RebuildCommand implements QuarkusApplication {
  public static final String NAME = "rebuild";

  /** The service's own doings that would be in the way of one that is running. */
  public static final Map<String, String> SETTINGS =
      Map.of(
          "quarkus.http.host-enabled", "false",
          "quarkus.flyway.migrate-at-start", "false",
          // Statements over whole tables, which readers do not wait for.
          "quarkus.datasource.reactive.additional-properties.\"statement_timeout\"", "0",
          "mp.messaging.incoming.changes.enabled", "false",
          "mp.messaging.incoming.heartbeats.enabled", "false",
          // What these say of a process that listens to nothing means nothing.
          "quarkus.log.category.\"io.micrometer.core.instrument.MeterRegistry\".level", "ERROR",
          "quarkus.log.category.\"io.smallrye.reactive.messaging.provider\".level", "ERROR",
          "quarkus.log.category.\"ai.policytracker.shell.identity.VerificationKey\".level",
              "ERROR");

  private static final Logger LOG = Logger.getLogger(RebuildCommand.class);

  private final Rebuild rebuild;

  RebuildCommand(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  @Override
  public int run(String... args) {
    try {
      Rebuild.Outcome outcome = rebuild.run();
      System.out.printf(
          "the rebuilt read model is in place: changes=%d healedChanges=%d healedCompanies=%s"
              + " haltedCompanies=%s seconds=%d; the earlier one is kept as schema %s%n",
          outcome.changes(),
          outcome.healedChanges(),
          outcome.healedCompanies(),
          outcome.haltedCompanies(),
          outcome.took().toSeconds(),
          RebuiltSchema.PREVIOUS);
      return 0;
    } catch (RebuildRefusedException e) {
      LOG.errorf("the running read model stays: %s", e.getMessage());
      return 1;
    }
  }
}
