package ai.policytracker.quickstart.process;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What runs on a folder.
 *
 * @param owner the process that started the others and stops them when it ends
 * @param detached the owner has ended on purpose and the others go on without it
 * @param processes in the order of their start
 */
public record RunState(ProcessRecord owner, boolean detached, List<ProcessRecord> processes) {
  public RunState {
    processes = List.copyOf(processes);
  }

  /** Whether somebody wants these processes to run; if not, they are left over from a kill. */
  public boolean isRunning() {
    return detached ? !alive().isEmpty() : owner.isAlive();
  }

  /** Whether it is left alone: its owner looks after it, or nobody has to, as all of it runs. */
  boolean isWhole() {
    return detached ? alive().size() == processes.size() && !processes.isEmpty() : owner.isAlive();
  }

  public List<ProcessRecord> alive() {
    return processes.stream().filter(ProcessRecord::isAlive).toList();
  }

  /** Those that run, in the order in which they are stopped. */
  public String names() {
    return alive().stream()
        .sorted(Comparator.comparing(ProcessRecord::tier))
        .map(ProcessRecord::name)
        .collect(Collectors.joining(", "));
  }

  String namesOfEnded() {
    return processes.stream()
        .filter(process -> !process.isAlive())
        .map(ProcessRecord::name)
        .collect(Collectors.joining(", "));
  }

  /**
   * Has the owner stop everything and end.
   *
   * @return false if it has not ended when the tiers' times are over
   */
  public boolean stopOwner() {
    owner.signalStop();
    Duration allTiers =
        Arrays.stream(Tier.values()).map(Tier::stopTimeout).reduce(Duration.ZERO, Duration::plus);
    return Waiting.until(() -> !owner.isAlive(), allTiers);
  }

  /** Stops every process, tier by tier; those of one tier together. */
  public void stopProcesses() {
    for (Tier tier : Tier.values()) {
      List<ProcessRecord> ofTier = processes.stream().filter(p -> p.tier() == tier).toList();
      ofTier.forEach(ProcessRecord::signalStop);
      ofTier.forEach(ProcessRecord::awaitStop);
    }
  }
}
