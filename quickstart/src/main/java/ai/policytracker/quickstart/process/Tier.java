package ai.policytracker.quickstart.process;

import java.time.Duration;

/** Kinds of processes, in the order in which they are stopped: each needs the ones after it. */
public enum Tier {
  SERVICE("TERM", Duration.ofSeconds(15)),
  BROKER("TERM", Duration.ofSeconds(20)),
  /** SIGTERM would let PostgreSQL wait for its clients; SIGINT ends their sessions, then itself. */
  STORE("INT", Duration.ofSeconds(30));

  private final String stopSignal;
  private final Duration stopTimeout;

  Tier(String stopSignal, Duration stopTimeout) {
    this.stopSignal = stopSignal;
    this.stopTimeout = stopTimeout;
  }

  String stopSignal() {
    return stopSignal;
  }

  /** How long a process of this tier may take to stop before it is killed. */
  Duration stopTimeout() {
    return stopTimeout;
  }
}
