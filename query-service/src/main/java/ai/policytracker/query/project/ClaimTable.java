package ai.policytracker.query.project;

import ai.policytracker.query.Payloads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Rows of claim_version. */
final class ClaimTable {
  private ClaimTable() {}

  static Uni<Void> close(SqlConnection connection, List<Closed<ClaimKey>> rows) {
    return Unnest.rows(rows)
        .text(c -> c.key().claimId())
        .text(c -> c.key().company())
        .time(Closed::recordedAt)
        .execute(
            connection,
            """
        UPDATE claim_version v SET known_to = c.known_to
        FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS c(claim_id, company, known_to)
        WHERE v.claim_id = c.claim_id AND v.company = c.company AND v.known_to = 'infinity'""");
  }

  static Uni<Void> add(SqlConnection connection, List<ClaimVersion> rows) {
    return Unnest.rows(rows)
        .text(v -> v.claim().claimId())
        .text(v -> v.claim().claim().company())
        .text(v -> v.claim().claim().technology().slug())
        .text(v -> v.claim().claim().activity().name())
        .text(v -> v.claim().claim().audience().slug())
        .text(v -> v.claim().claim().kind().name())
        .text(ClaimVersion::announcement)
        .time(ClaimVersion::knownFrom)
        .time(ClaimVersion::knownTo)
        .text(v -> Payloads.of(v.claim()))
        .execute(
            connection,
            """
        INSERT INTO claim_version (claim_id, company, technology, activity, audience, kind,
          announcement, known_from, known_to, payload)
        SELECT claim_id, company, technology, activity, audience, kind, announcement, known_from,
          coalesce(known_to, 'infinity'), payload::jsonb
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                    $7::text[], $8::timestamptz[], $9::timestamptz[], $10::text[])
          AS v(claim_id, company, technology, activity, audience, kind, announcement, known_from,
               known_to, payload)""");
  }
}
