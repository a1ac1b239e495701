package ai.policytracker.query;

import ai.policytracker.query.rebuild.RebuildCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Without an argument the service; with {@code rebuild} the operator's command. */
@QuarkusMain
public final class QueryMain {
  private QueryMain() {}

  public static void main(String... args) {
    if (args.length > 0 && args[0].equals(RebuildCommand.NAME)) {
      RebuildCommand.SETTINGS.forEach(System::setProperty);
      Quarkus.run(RebuildCommand.class, args);
    } else {
      Quarkus.run(args);
    }
  }
}
