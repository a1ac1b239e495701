package ai.policytracker.quickstart;

import ai.policytracker.quickstart.process.CannotStartException;
import ai.policytracker.quickstart.process.RunFile;
import ai.policytracker.quickstart.process.RunState;
import java.nio.file.Path;
import java.util.Optional;

/** {@code ./tracker down}: stops what runs on a data folder. */
final class Down {
  private final Path dataFolder;
  private final Console console;

  Down(Path dataFolder, Console console) {
    this.dataFolder = dataFolder;
    this.console = console;
  }

  void run() {
    RunFile runFile = new RunFile(dataFolder);
    Optional<RunState> state = runFile.read();
    if (state.isEmpty() || (!state.get().isRunning() && state.get().alive().isEmpty())) {
      console.say("Nothing runs on " + dataFolder + ".");
      return;
    }
    stop(state.get(), runFile);
    console.say("Stopped.");
  }

  private void stop(RunState state, RunFile runFile) {
    console.say("Stopping " + state.names() + " ...");
    if (!state.detached() && state.owner().isAlive()) {
      if (!state.stopOwner()) {
        throw new CannotStartException(
            "The tracker (process " + state.owner().pid() + ") does not stop.");
      }
      return;
    }
    state.stopProcesses();
    runFile.delete();
  }
}
