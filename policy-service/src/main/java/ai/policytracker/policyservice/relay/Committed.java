package ai.policytracker.policyservice.relay;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What this instance has committed lately, so that the relay need not read it back. The table is
 * the truth: what is not here, because there was no room, because another instance wrote it or
 * because this one has just started, is read there.
 */
@ApplicationScoped
class Committed {
  private static final int PART_OF_HEAP = 32;

  private final long mostBytes;
  private final Map<Integer, NavigableMap<Long, OutboxRow>> shards = new HashMap<>();
  private long bytes;

  Committed() {
    this(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
  }

  Committed(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Only after their commit; in any order. What there is no room for is left out. */
  synchronized void add(Collection<OutboxRow> rows) {
    for (OutboxRow row : rows) {
      if (bytes + row.payload().length <= mostBytes
          && shards
                  .computeIfAbsent(row.shard(), s -> new TreeMap<>())
                  .putIfAbsent(row.position(), row)
              == null) {
        bytes += row.payload().length;
      }
    }
  }

  /**
   * Those that follow the position without a gap; none where the next one is not here. Those up to
   * the position are forgotten: they are published.
   */
  synchronized List<OutboxRow> after(int shard, long published, int atMost) {
    NavigableMap<Long, OutboxRow> rows = shards.getOrDefault(shard, new TreeMap<>());
    NavigableMap<Long, OutboxRow> done = rows.headMap(published, true);
    done.values().forEach(row -> bytes -= row.payload().length);
    done.clear();
    List<OutboxRow> next = new ArrayList<>();
    for (OutboxRow row : rows.values()) {
      if (row.position() != published + 1 + next.size() || next.size() == atMost) {
        break;
      }
      next.add(row);
    }
    return next;
  }

  synchronized void clear() {
    shards.clear();
    bytes = 0;
  }
}
