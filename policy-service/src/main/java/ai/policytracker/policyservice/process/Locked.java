package ai.policytracker.policyservice.process;

import ai.policytracker.policy.Aliases;
import ai.policytracker.shell.Shards;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The shards that a transaction has locked, and what was read under the locks. All of one
 * transaction's events get their places and times here.
 */
public final class Locked {
  private final SortedMap<Integer, ShardRow> rows = new TreeMap<>();
  private final Aliases aliases;
  private final long generation;
  private Instant recordedAt;

  /**
   * @param now the database's clock, read under the locks
   * @param generation changes when the tables are folded anew
   */
  Locked(Iterable<ShardRow> rows, Aliases aliases, long generation, Instant now) {
    rows.forEach(row -> this.rows.put(row.shard(), row));
    this.aliases = aliases;
    this.generation = generation;
    // One known time for all the shards that an event may touch, later than any given before.
    this.recordedAt = now.minus(1, ChronoUnit.MICROS);
    rows.forEach(
        row -> {
          if (row.lastRecordedAt().isAfter(recordedAt)) {
            recordedAt = row.lastRecordedAt();
          }
        });
  }

  public Aliases aliases() {
    return aliases;
  }

  long generation() {
    return generation;
  }

  Iterable<ShardRow> rows() {
    return rows.values();
  }

  ShardRow row(int shard) {
    return rows.get(shard);
  }

  Instant nextRecordedAt() {
    recordedAt = recordedAt.plus(1, ChronoUnit.MICROS);
    return recordedAt;
  }

  void readUpTo(int shard, long offset) {
    rows.compute(shard, (s, row) -> row.readUpTo(offset));
  }

  ShardRow placeEvent(String company, Instant time) {
    return rows.compute(Shards.of(company), (s, row) -> row.withEvent(time));
  }

  ShardRow placeChange(String company, Instant time) {
    return rows.compute(Shards.of(company), (s, row) -> row.withChange(time));
  }

  /**
   * @throws MoreShardsNeeded where a company belongs to a shard that is not locked
   */
  void require(Set<String> companies) {
    Set<Integer> missing = new java.util.TreeSet<>();
    companies.stream().map(Shards::of).filter(s -> !rows.containsKey(s)).forEach(missing::add);
    if (!missing.isEmpty()) {
      missing.addAll(rows.keySet());
      throw new MoreShardsNeeded(missing);
    }
  }

  /** Locks are taken in ascending order, so a transaction that needs more begins again. */
  static final class MoreShardsNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Set<Integer> shards;

    private MoreShardsNeeded(Set<Integer> shards) {
      super("needs the locks of shards " + shards, null, false, false);
      this.shards = shards;
    }

    Set<Integer> shards() {
      return shards;
    }
  }
}
