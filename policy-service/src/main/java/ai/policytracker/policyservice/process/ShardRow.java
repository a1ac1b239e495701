package ai.policytracker.policyservice.process;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A shard's counters, as locked by the transaction at hand.
 *
 * @param lastRecordedAt the newest known time given in this shard, in microseconds
 */
record ShardRow(
    int shard,
    long nextOffset,
    long lastEventPosition,
    long lastChangePosition,
    Instant lastRecordedAt) {

  /** The place of one appended event and of the change that it makes. */
  ShardRow advance(Instant now) {
    Instant next = lastRecordedAt.plus(1, ChronoUnit.MICROS);
    return new ShardRow(
        shard,
        nextOffset,
        lastEventPosition + 1,
        lastChangePosition + 1,
        now.isAfter(next) ? now : next);
  }

  ShardRow readUpTo(long offset) {
    return new ShardRow(
        shard, Math.max(nextOffset, offset), lastEventPosition, lastChangePosition, lastRecordedAt);
  }
}
