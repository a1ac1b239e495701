package ai.policytracker.query.project;

import ai.policytracker.event.ClaimAnnounced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The read model in memory: what the statements of {@link ProjectionWriter} do to the tables. */
final class Tables {
  final List<PositionVersion> positions = new ArrayList<>();
  final List<PositionVersion> stances = new ArrayList<>();
  final List<ClaimVersion> claims = new ArrayList<>();
  final List<AliasVersion> aliases = new ArrayList<>();
  final Map<String, ClaimAnnounced> contents = new HashMap<>();
  final Map<String, Long> seqs = new HashMap<>();
  final Map<Long, String> log = new HashMap<>();
  final Map<String, CompanyProgress> companies = new HashMap<>();
  final Map<Integer, Long> nextOffsets = new HashMap<>();
  final List<Received.Unreadable> parked = new ArrayList<>();
  long feedSeq;

  Effects take(List<Received> batch) {
    Effects effects = BatchFold.fold(stored(), batch);
    write(effects);
    return effects;
  }

  private Stored stored() {
    Map<ClaimKey, ClaimVersion> open = new HashMap<>();
    claims.stream().filter(c -> c.knownTo() == null).forEach(c -> open.put(c.key(), c));
    return new Stored(nextOffsets, companies, open, seqs, Set.copyOf(log.values()), feedSeq);
  }

  private void write(Effects effects) {
    write(effects.positions(), positions);
    write(effects.stances(), stances);
    for (Closed<ClaimKey> closed : effects.claims().closed()) {
      close(
          claims.stream().filter(c -> c.knownTo() == null && c.key().equals(closed.key())).toList(),
          claims,
          c -> c.closedAt(closed.recordedAt()));
    }
    claims.addAll(effects.claims().added());
    for (Closed<String> closed : effects.aliases().closed()) {
      aliases.replaceAll(
          a ->
              a.knownTo() == null && a.company().equals(closed.key())
                  ? a.closedAt(closed.recordedAt())
                  : a);
    }
    aliases.addAll(effects.aliases().added());
    effects.contents().forEach(c -> contents.putIfAbsent(c.contentId(), c.claim()));
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

  private static void write(Rows<PositionKey, PositionVersion> rows, List<PositionVersion> table) {
    for (Closed<PositionKey> closed : rows.closed()) {
      close(
          table.stream().filter(p -> p.knownTo() == null && p.key().equals(closed.key())).toList(),
          table,
          p -> p.closedAt(closed.recordedAt()));
    }
    table.addAll(rows.added());
  }

  private static <R> void close(List<R> found, List<R> table, UnaryOperator<R> closed) {
    if (found.size() != 1) {
      throw new AssertionError("rows to close: " + found);
    }
    table.set(table.indexOf(found.getFirst()), closed.apply(found.getFirst()));
  }

  List<PositionVersion> knownAt(Instant knownAt) {
    return Stream.concat(positions.stream(), stances.stream())
        .filter(p -> isWithin(p.knownFrom(), p.knownTo(), knownAt))
        .toList();
  }

  List<ClaimVersion> claimsKnownAt(Instant knownAt) {
    return claims.stream().filter(c -> isWithin(c.knownFrom(), c.knownTo(), knownAt)).toList();
  }

  Map<String, String> mergedAt(Instant knownAt) {
    return aliases.stream()
        .filter(a -> isWithin(a.knownFrom(), a.knownTo(), knownAt))
        .collect(Collectors.toMap(AliasVersion::company, AliasVersion::mergedInto));
  }

  /** As the tables require it: what is closed when it begins was never known. */
  boolean hasEmptyIntervals() {
    return Stream.of(positions, stances)
            .flatMap(List::stream)
            .anyMatch(p -> p.knownFrom().equals(p.knownTo()))
        || claims.stream().anyMatch(c -> c.knownFrom().equals(c.knownTo()))
        || aliases.stream().anyMatch(a -> a.knownFrom().equals(a.knownTo()));
  }

  private static boolean isWithin(Instant from, Instant to, Instant time) {
    return !from.isAfter(time) && (to == null || time.isBefore(to));
  }
}
