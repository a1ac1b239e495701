package ai.policytracker.query.project;

import ai.policytracker.query.project.TouchedAnnouncements.Touched;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;

/**
 * Rows of pending_version: when an announcement had claims and was on no timeline. They follow from
 * the tables of claims, positions and stances, which are written before, and are the same whatever
 * batches the changes came in.
 */
final class PendingTable {
  private PendingTable() {}

  /** What was so before the batch stays; from then on it is computed anew. */
  static Uni<Void> follow(SqlConnection connection, Collection<Touched> rows) {
    return Unnest.rows(rows)
        .text(Touched::company)
        .text(Touched::announcement)
        .time(Touched::since)
        .executeForAny(
            connection,
            """
            WITH touched AS MATERIALIZED (
              SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[])
                AS t(company, announcement, since)
            ), replaced AS (
              DELETE FROM pending_version p USING touched t
              WHERE p.company = t.company AND p.announcement = t.announcement
                AND p.known_to > t.since
              RETURNING p.company, p.announcement, p.known_from, t.since
            )
            INSERT INTO pending_version (company, announcement, known_from, known_to)
            SELECT t.company, t.announcement, lower(pending), upper(pending)
            FROM touched t LEFT JOIN LATERAL (
              SELECT range_agg(tstzrange(known_from, since)) AS known FROM replaced
              WHERE company = t.company AND announcement = t.announcement AND known_from < since
            ) before ON true LEFT JOIN LATERAL (
              SELECT range_agg(tstzrange(greatest(known_from, t.since), known_to)) AS known
              FROM claim_version
              WHERE company = t.company AND announcement = t.announcement AND known_to > t.since
            ) told ON true LEFT JOIN LATERAL (
              SELECT range_agg(tstzrange(greatest(known_from, t.since), known_to)) AS known
              FROM (
                SELECT company, announcement, known_from, known_to FROM position_version
                UNION ALL
                SELECT company, announcement, known_from, known_to FROM stance_version
              ) version
              WHERE company = t.company AND announcement = t.announcement AND known_to > t.since
            ) placed ON true CROSS JOIN LATERAL unnest(
              coalesce(before.known, '{}')
                + (coalesce(told.known, '{}') - coalesce(placed.known, '{}'))) AS pending""");
  }
}
