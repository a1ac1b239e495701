package ai.policytracker.query.project;

import ai.policytracker.wire.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything of the shard up to the position was published, and what comes later will have a later
 * recorded time.
 */
record Heartbeat(int shard, long position, Instant recordedAt) {

  /** Empty where the bytes are no heartbeat. */
  static Optional<Heartbeat> read(byte[] json) {
    try {
      return Optional.ofNullable(json == null ? null : Json.MAPPER.readValue(json, Heartbeat.class))
          .filter(heartbeat -> heartbeat.recordedAt != null);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
