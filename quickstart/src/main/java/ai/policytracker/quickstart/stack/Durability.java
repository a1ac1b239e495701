package ai.policytracker.quickstart.stack;

import java.util.List;

/** What a crash of the machine may cost. */
public enum Durability {
  /** Committed is on the disk. */
  DURABLE(List.of()),
  /** A crash of the machine may destroy the data, a kill of PostgreSQL may not. For tests. */
  DISPOSABLE(List.of("fsync=off", "full_page_writes=off"));

  private final List<String> postgresSettings;

  Durability(List<String> postgresSettings) {
    this.postgresSettings = postgresSettings;
  }

  List<String> postgresSettings() {
    return postgresSettings;
  }
}
