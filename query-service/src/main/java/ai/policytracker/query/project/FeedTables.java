package ai.policytracker.query.project;

import ai.policytracker.event.Technology;
import ai.policytracker.policy.Change;
import ai.policytracker.query.change.ChangeTags;
import ai.policytracker.query.project.Effects.Logged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

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

  private static String technologyOf(Change change) {
    Technology technology = ChangeTags.technologyOf(change);
    return technology == null ? null : technology.slug();
  }

  /** Only of changes that had none: a seq, once given, stays. Read under the lock of the feed. */
  static Uni<Void> keepSeqs(SqlConnection connection, List<Logged> rows) {
    return Unnest.rows(rows.stream().filter(Logged::isNew).toList())
        .text(l -> l.received().change().changeId())
        .number(Logged::seq)
        .time(l -> l.received().change().recordedAt())
        .execute(
            connection,
            """
            INSERT INTO change_seq (change_id, seq, latest)
            SELECT change_id, seq, greatest((SELECT max(latest) FROM change_seq),
              max(recorded_at) OVER (ORDER BY seq))
            FROM unnest($1::text[], $2::bigint[], $3::timestamptz[]) AS s(change_id, seq, recorded_at)""");
  }

  /**
   * Once the model is filled again, after a migration that emptied it: the seqs were kept, but not
   * when their changes were recorded.
   */
  static Uni<Void> completeLatest(SqlConnection connection) {
    return connection
        .query(
            """
            UPDATE change_seq s SET latest = l.latest
            FROM (
              SELECT seq, coalesce(max(recorded_at) OVER (ORDER BY seq), 'epoch') AS latest
              FROM change_seq LEFT JOIN change_log USING (seq)
            ) l
            WHERE l.seq = s.seq AND l.latest IS DISTINCT FROM s.latest
              AND EXISTS (SELECT FROM change_seq WHERE latest IS NULL)
              AND NOT EXISTS (SELECT FROM shard WHERE next_offset < refilled_at)""")
        .execute()
        .replaceWithVoid();
  }

  static Uni<Void> saveFeed(SqlConnection connection, long seq) {
    return connection
        .preparedQuery("UPDATE feed SET seq = $1 WHERE seq <> $1")
        .execute(Tuple.of(seq))
        .replaceWithVoid();
  }
}
