package ai.policytracker.policyservice;

import ai.policytracker.policyservice.rebuild.RebuildCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;

/** The service, or with the argument {@code rebuild} the command. */
@QuarkusMain
public class Main {
  /** The command neither listens nor takes records: the service goes on beside it. */
  private static final Map<String, String> COMMAND_SETTINGS =
      Map.of(
          "tracker.process.serving", "false",
          "quarkus.http.host-enabled", "false",
          "mp.messaging.incoming.claims.enabled", "false",
          // What these say of a process that listens to nothing means nothing.
          "quarkus.log.category.\"io.micrometer.core.instrument.MeterRegistry\".level", "ERROR",
          "quarkus.log.category.\"io.smallrye.reactive.messaging.provider\".level", "ERROR",
          "quarkus.log.category.\"ai.policytracker.shell.identity.VerificationKey\".level",
              "ERROR");

  private Main() {}

  public static void main(String... args) {
    if (args.length > 0 && args[0].equals("rebuild")) {
      COMMAND_SETTINGS.forEach(System::setProperty);
      Quarkus.run(RebuildCommand.class, args);
    } else {
      Quarkus.run(args);
    }
  }
}
