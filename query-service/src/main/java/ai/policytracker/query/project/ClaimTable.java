package ai.policytracker.query.project;

import ai.policytracker.query.Payloads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.function.Function;

/** Rows of claim_version and claim_content. */
final class ClaimTable {
  private ClaimTable() {}

  static Uni<Void> close(SqlConnection connection, List<Closed<ClaimKey>> rows) {
    return keys(rows, Closed::key)
        .time(Closed::recordedAt)
        .execute(
            connection,
            """
        UPDATE claim_version v SET known_to = c.known_to
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                    $7::timestamptz[])
          AS c(claim_id, company, technology, activity, audience, target, known_to)
        WHERE v.claim_id = c.claim_id AND v.company = c.company AND v.technology = c.technology
          AND v.activity = c.activity AND v.audience = c.audience AND v.target = c.target
          AND v.known_to = 'infinity'""");
  }

  static Uni<Void> add(SqlConnection connection, List<ClaimVersion> rows) {
    return keys(rows, ClaimVersion::key)
        .text(ClaimVersion::contentId)
        .text(ClaimVersion::announcement)
        .time(ClaimVersion::knownFrom)
        .time(ClaimVersion::knownTo)
        .execute(
            connection,
            """
        INSERT INTO claim_version (claim_id, company, technology, activity, audience, target,
          content_id, announcement, known_from, known_to)
        SELECT claim_id, company, technology, activity, audience, target, content_id, announcement,
          known_from, coalesce(known_to, 'infinity')
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                    $7::text[], $8::text[], $9::timestamptz[], $10::timestamptz[])
          AS v(claim_id, company, technology, activity, audience, target, content_id, announcement,
               known_from, known_to)""");
  }

  private static <R> Unnest<R> keys(List<R> rows, Function<R, ClaimKey> key) {
    return Unnest.rows(rows)
        .text(r -> key.apply(r).claimId())
        .text(r -> key.apply(r).subject().company())
        .text(r -> SubjectColumns.technology(key.apply(r).subject()))
        .text(r -> SubjectColumns.activity(key.apply(r).subject()))
        .text(r -> SubjectColumns.audience(key.apply(r).subject()))
        .text(r -> SubjectColumns.target(key.apply(r).subject()));
  }

  /** What is there already says the same. */
  static Uni<Void> keepContents(SqlConnection connection, List<Content> rows) {
    return Unnest.rows(rows)
        .text(Content::contentId)
        .text(c -> Payloads.of(c.claim()))
        .executeForAny(
            connection,
            """
            INSERT INTO claim_content (content_id, payload)
            SELECT content_id, payload::jsonb
            FROM unnest($1::text[], $2::text[]) AS c(content_id, payload)
            ON CONFLICT DO NOTHING""");
  }
}
