package ai.policytracker.query.project;

import ai.policytracker.query.Payloads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.function.Function;

/** Rows of position_version. */
final class PositionTable {
  private PositionTable() {}

  static Uni<Void> close(SqlConnection connection, List<Closed<PositionKey>> rows) {
    return keys(rows, Closed::key)
        .time(Closed::recordedAt)
        .execute(
            connection,
            """
        UPDATE position_version p SET known_to = c.known_to
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                    $7::text[], $8::boolean[], $9::date[], $10::timestamptz[])
          AS c(company, technology, activity, audience, announcement, jurisdiction,
               lane, lapsed, valid_from, known_to)
        WHERE p.company = c.company AND p.technology = c.technology AND p.activity = c.activity
          AND p.audience = c.audience AND p.announcement = c.announcement
          AND p.jurisdiction = c.jurisdiction AND p.lane = c.lane AND p.lapsed = c.lapsed
          AND p.valid_from = c.valid_from AND p.known_to = 'infinity'""");
  }

  static Uni<Void> add(SqlConnection connection, List<PositionVersion> rows) {
    return keys(rows, PositionVersion::key)
        .text(p -> p.segment().status().name())
        .date(p -> p.segment().validTo())
        .time(PositionVersion::knownFrom)
        .time(PositionVersion::knownTo)
        .text(p -> Payloads.of(p.segment()))
        .execute(
            connection,
            """
        INSERT INTO position_version (company, technology, activity, audience, announcement,
          jurisdiction, lane, lapsed, valid_from, status, valid_to, known_from, known_to, payload)
        SELECT company, technology, activity, audience, announcement, jurisdiction, lane, lapsed,
          valid_from, status, coalesce(valid_to, 'infinity'), known_from,
          coalesce(known_to, 'infinity'), payload::jsonb
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                    $7::text[], $8::boolean[], $9::date[], $10::text[], $11::date[],
                    $12::timestamptz[], $13::timestamptz[], $14::text[])
          AS p(company, technology, activity, audience, announcement, jurisdiction, lane, lapsed,
               valid_from, status, valid_to, known_from, known_to, payload)""");
  }

  private static <R> Unnest<R> keys(List<R> rows, Function<R, PositionKey> key) {
    return Unnest.rows(rows)
        .text(r -> key.apply(r).subject().company())
        .text(r -> key.apply(r).subject().technology().slug())
        .text(r -> key.apply(r).subject().activity().name())
        .text(r -> key.apply(r).subject().audience().slug())
        .text(r -> key.apply(r).announcement())
        .text(r -> key.apply(r).jurisdiction())
        .text(r -> key.apply(r).lane().name())
        .flag(r -> key.apply(r).lapsed())
        .date(r -> key.apply(r).validFrom());
  }
}
