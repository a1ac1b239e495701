package ai.policytracker.audit;

import ai.policytracker.policy.Change;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Subject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The positions and stances of all known times, as the changes tell of them. */
final class KnownPositions {
  /** What the driver makes of PostgreSQL's "infinity". */
  private static final Instant STILL = OffsetDateTime.MAX.toInstant();

  private record Told(Subject subject, Segment segment) {}

  private final Map<Told, Instant> open = new HashMap<>();
  private final Set<String> closed = new HashSet<>();

  /** Changes of one company come in the order of their versions. */
  void apply(Change change) {
    for (Segment segment : change.difference().before()) {
      Told told = new Told(change.subject(), segment);
      Instant from = open.remove(told);
      if (from != null) {
        closed.add(row(told.subject().key(), segment, from, change.recordedAt()));
      }
    }
    for (Segment segment : change.difference().after()) {
      open.putIfAbsent(new Told(change.subject(), segment), change.recordedAt());
    }
  }

  Set<String> rows() {
    Set<String> rows = new HashSet<>(closed);
    open.forEach((told, from) -> rows.add(row(told.subject().key(), told.segment(), from, STILL)));
    return rows;
  }

  static String row(String subject, Segment segment, Instant knownFrom, Instant knownTo) {
    String until = knownTo.equals(STILL) ? "on" : "to " + knownTo;
    return "%s %s, known from %s %s".formatted(subject, segment, knownFrom, until);
  }
}
