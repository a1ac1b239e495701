package ai.policytracker.query.project;

import ai.policytracker.query.Payloads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.function.Function;

/** Rows of stance_version. */
final class StanceTable {
  private StanceTable() {}

  static Uni<Void> close(SqlConnection connection, List<Closed<PositionKey>> rows) {
    return keys(rows, Closed::key)
        .time(Closed::recordedAt)
        .execute(
            connection,
            """
        UPDATE stance_version s SET known_to = c.known_to
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[],
                    $7::timestamptz[])
          AS c(company, technology, target, announcement, jurisdiction, valid_from, known_to)
        WHERE s.company = c.company AND s.technology = c.technology AND s.target = c.target
          AND s.announcement = c.announcement AND s.jurisdiction = c.jurisdiction
          AND s.valid_from = c.valid_from AND s.known_to = 'infinity'""");
  }

  static Uni<Void> add(SqlConnection connection, List<PositionVersion> rows) {
    return keys(rows, PositionVersion::key)
        .text(s -> s.segment().stance().name())
        .date(s -> s.segment().validTo())
        .time(PositionVersion::knownFrom)
        .time(PositionVersion::knownTo)
        .text(s -> Payloads.of(s.segment()))
        .execute(
            connection,
            """
        INSERT INTO stance_version (company, technology, target, announcement, jurisdiction,
          valid_from, stance, valid_to, known_from, known_to, payload)
        SELECT company, technology, target, announcement, jurisdiction, valid_from, stance,
          coalesce(valid_to, 'infinity'), known_from, coalesce(known_to, 'infinity'),
          payload::jsonb
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[],
                    $7::text[], $8::date[], $9::timestamptz[], $10::timestamptz[], $11::text[])
          AS s(company, technology, target, announcement, jurisdiction, valid_from, stance,
               valid_to, known_from, known_to, payload)""");
  }

  private static <R> Unnest<R> keys(List<R> rows, Function<R, PositionKey> key) {
    return Unnest.rows(rows)
        .text(r -> key.apply(r).subject().company())
        .text(r -> SubjectColumns.technology(key.apply(r).subject()))
        .text(r -> SubjectColumns.target(key.apply(r).subject()))
        .text(r -> key.apply(r).announcement())
        .text(r -> key.apply(r).jurisdiction())
        .date(r -> key.apply(r).validFrom());
  }
}
