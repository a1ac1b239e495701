package ai.policytracker.policyservice.process;

import java.time.Instant;

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

  ShardRow withEvent(Instant recordedAt) {
    return new ShardRow(shard, nextOffset, lastEventPosition + 1, lastChangePosition, recordedAt);
  }

  ShardRow withChange(Instant recordedAt) {
    return new ShardRow(shard, nextOffset, lastEventPosition, lastChangePosition + 1, recordedAt);
  }

  ShardRow readUpTo(long offset) {
    return new ShardRow(
        shard, Math.max(nextOffset, offset), lastEventPosition, lastChangePosition, lastRecordedAt);
  }
}
