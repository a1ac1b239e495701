package ai.policytracker.quickstart;

import ai.policytracker.quickstart.process.ProcessRecord;
import ai.policytracker.quickstart.process.RunFile;
import ai.policytracker.quickstart.process.RunState;
import ai.policytracker.quickstart.process.Tier;
import java.nio.file.Path;
import java.util.Optional;

/** {@code ./tracker status}: what runs on a data folder, and whether it is well. */
final class Status {
  private final Path dataFolder;
  private final Console console;

  Status(Path dataFolder, Console console) {
    this.dataFolder = dataFolder;
    this.console = console;
  }

  /** Whether everything runs and is ready. */
  boolean run() {
    Optional<RunState> state = new RunFile(dataFolder).read();
    if (state.isEmpty() || state.get().processes().isEmpty()) {
      console.say("Nothing runs on " + dataFolder + ".");
      return false;
    }
    console.say("Data folder " + dataFolder);
    boolean well = true;
    for (ProcessRecord process : state.get().processes()) {
      String health = health(process);
      console.say(
          "%-15s %-8s pid %-8d port %-6d"
              .formatted(process.name(), health, process.pid(), process.port()));
      well &= health.equals("ready") || health.equals("running");
    }
    if (!state.get().isRunning() && !state.get().alive().isEmpty()) {
      console.say("Left over from a killed run; \"./tracker down\" stops it.");
    }
    return well;
  }

  private static String health(ProcessRecord process) {
    if (!process.isAlive()) {
      return "stopped";
    }
    if (process.tier() != Tier.SERVICE) {
      return "running";
    }
    return Http.local(process.port()).isReady() ? "ready" : "unready";
  }
}
