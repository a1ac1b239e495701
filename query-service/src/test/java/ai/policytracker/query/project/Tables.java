package ai.policytracker.query.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The read model in memory: what the statements of {@link ProjectionWriter} do to the tables. */
final class Tables {
  final List<PositionVersion> positions = new ArrayList<>();
  final List<ClaimVersion> claims = new ArrayList<>();
  final Map<String, Long> seqs = new HashMap<>();
  final Map<Long, String> log = new HashMap<>();
  final Map<String, CompanyProgress> companies = new HashMap<>();
  final Map<Integer, Long> nextOffsets = new HashMap<>();
  final List<Received.Unreadable> parked = new ArrayList<>();
  long feedSeq;

  void take(List<Received> batch) {
    write(BatchFold.fold(stored(), batch));
  }

  private Stored stored() {
    Map<ClaimKey, ClaimVersion> open = new HashMap<>();
    claims.stream().filter(c -> c.knownTo() == null).forEach(c -> open.put(c.key(), c));
    return new Stored(nextOffsets, companies, open, seqs, Set.copyOf(log.values()), feedSeq);
  }

  private void write(Effects effects) {
    for (Closed<PositionKey> closed : effects.closedPositions()) {
      close(
          positions.stream()
              .filter(p -> p.knownTo() == null && p.key().equals(closed.key()))
              .toList(),
          positions,
          p -> p.closedAt(closed.recordedAt()));
    }
    for (Closed<ClaimKey> closed : effects.closedClaims()) {
      close(
          claims.stream().filter(c -> c.knownTo() == null && c.key().equals(closed.key())).toList(),
          claims,
          c -> c.closedAt(closed.recordedAt()));
    }
    positions.addAll(effects.positions());
    claims.addAll(effects.claims());
    effects
        .logged()
        .forEach(
            l -> {
              seqs.put(l.received().change().changeId(), l.seq());
              log.put(l.seq(), l.received().change().changeId());
            });
    effects.companies().forEach(c -> companies.put(c.company(), c));
    effects.shards().forEach(s -> nextOffsets.put(s.shard(), s.nextOffset()));
    parked.addAll(effects.parked());
    feedSeq = effects.feedSeq();
  }

  private static <R> void close(List<R> found, List<R> table, UnaryOperator<R> closed) {
    if (found.size() != 1) {
      throw new AssertionError("rows to close: " + found);
    }
    table.set(table.indexOf(found.getFirst()), closed.apply(found.getFirst()));
  }

  List<PositionVersion> knownAt(Instant knownAt) {
    return positions.stream()
        .filter(p -> !p.knownFrom().isAfter(knownAt))
        .filter(p -> p.knownTo() == null || knownAt.isBefore(p.knownTo()))
        .toList();
  }
}
