package ai.policytracker.query.project;

import ai.policytracker.event.Target;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Subject;
import ai.policytracker.query.project.Effects.Logged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Rows of change_log and change_seq, and the counter of the feed. */
final class FeedTables {
  private FeedTables() {}

  static Uni<Void> add(SqlConnection connection, List<Logged> rows) {
    return Unnest.rows(rows)
        .number(Logged::seq)
        .text(l -> l.received().change().changeId())
        .text(l -> l.received().change().company())
        .number(l -> l.received().change().version())
        .text(l -> l.received().change().type().name())
        .text(l -> technologyOf(l.received().change()))
        .time(l -> l.received().change().recordedAt())
        .text(l -> l.received().json())
        .execute(
            connection,
            """
            INSERT INTO change_log
              (seq, change_id, company, version, type, technology, recorded_at, payload)
            SELECT seq, change_id, company, version, type, technology, recorded_at, payload::jsonb
            FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::text[],
                        $6::text[], $7::timestamptz[], $8::text[])
              AS l(seq, change_id, company, version, type, technology, recorded_at, payload)""");
  }

  /** Of a stance on a named act the technology that its target names; null where none is named. */
  private static String technologyOf(Change change) {
    if (change.subject() == null) {
      return null;
    }
    Stream<Technology> ofTargets =
        Stream.of(
                change.difference().after().stream(),
                change.difference().before().stream(),
                Stream.ofNullable(change.reached()))
            .flatMap(segments -> segments)
            .map(Segment::target)
            .filter(Objects::nonNull)
            .map(Target::technology);
    return Stream.concat(Stream.of(change.subject()).map(Subject::technology), ofTargets)
        .filter(Objects::nonNull)
        .findFirst()
        .map(Technology::slug)
        .orElse(null);
  }

  /** Only of changes that had none: a seq, once given, stays. */
  static Uni<Void> keepSeqs(SqlConnection connection, List<Logged> rows) {
    return Unnest.rows(rows.stream().filter(Logged::isNew).toList())
        .text(l -> l.received().change().changeId())
        .number(Logged::seq)
        .execute(
            connection,
            "INSERT INTO change_seq (change_id, seq) SELECT * FROM unnest($1::text[], $2::bigint[])");
  }

  static Uni<Void> saveFeed(SqlConnection connection, long seq) {
    return connection
        .preparedQuery("UPDATE feed SET seq = $1 WHERE seq <> $1")
        .execute(Tuple.of(seq))
        .replaceWithVoid();
  }
}
