package ai.policytracker.query.project;

import java.time.Instant;

/** From {@code recordedAt} on the stored row of that key is no longer known. */
record Closed<K>(K key, Instant recordedAt) {}
