package ai.policytracker.query.position;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.Technology;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.shell.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Reads a company's positions on both time axes in one statement, hence from one state of the
 * database.
 */
@ApplicationScoped
public class KnownPositions {
  /** {@code $4} null: on every date. Claims: of the positions found, and of no position at all. */
  private static final String SELECT =
      KnownTime.SEEN
          + """
          , known AS (
            SELECT p.* FROM position_version p, seen
            WHERE p.company = $3 AND p.known_from <= seen.known_at AND seen.known_at < p.known_to
              AND ($5::text IS NULL OR p.technology = $5) AND ($6::text IS NULL OR p.audience = $6)
          ), held AS (
            SELECT * FROM known WHERE $4::date IS NULL OR valid_from <= $4 AND $4 < valid_to
          ), member AS (
            SELECT v.* FROM claim_version v, seen
            WHERE v.company = $3 AND v.known_from <= seen.known_at AND seen.known_at < v.known_to
              AND ($5::text IS NULL OR v.technology = $5) AND ($6::text IS NULL OR v.audience = $6)
              AND v.kind <> 'LOBBYING_STANCE' AND v.announcement IS NOT NULL
              AND (v.announcement IN (SELECT announcement FROM held)
                OR v.announcement NOT IN (SELECT announcement FROM known))
          )
          SELECT c.company, c.halted_reason, %s,
            (SELECT jsonb_agg(jsonb_build_object('technology', technology, 'activity', activity,
                'audience', audience, 'segment', payload)
                ORDER BY %s)::text FROM held) AS segments,
            (SELECT jsonb_agg(jsonb_build_object('announcement', announcement, 'claim', payload)
                ORDER BY claim_id)::text FROM member) AS members
          FROM seen LEFT JOIN company c ON c.company = $3 AND c.version > 0""";

  private static final String IN_ORDER_OF_SUBJECT =
      orderedBy(
          "technology, activity, audience, jurisdiction, lane, valid_from, announcement, lapsed");
  private static final String IN_ORDER_OF_START =
      orderedBy(
          "valid_from, technology, activity, audience, jurisdiction, lane, announcement, lapsed");

  private final Pool pool;

  KnownPositions(Pool pool) {
    this.pool = pool;
  }

  private static String orderedBy(String columns) {
    return SELECT.formatted(KnownTime.COLUMNS, columns);
  }

  /**
   * Those in force on the date, in the order of their subjects.
   *
   * @param knownAt null for now
   * @param technology null for any, as is {@code audience}
   */
  public Uni<CompanyAtTime> inForce(
      String company, LocalDate asOf, Instant knownAt, Technology technology, Audience audience) {
    return read(IN_ORDER_OF_SUBJECT, company, asOf, knownAt, technology, audience);
  }

  /** Those of all dates, in the order of their first days. */
  public Uni<CompanyAtTime> ofAllDates(String company, Instant knownAt, Technology technology) {
    return read(IN_ORDER_OF_START, company, null, knownAt, technology, null);
  }

  private Uni<CompanyAtTime> read(
      String sql,
      String company,
      LocalDate asOf,
      Instant knownAt,
      Technology technology,
      Audience audience) {
    if (!Claim.isCompanyId(company)) {
      throw unknown(company);
    }
    Tuple parameters =
        Tuple.from(
            Arrays.asList(
                KnownTime.parameter(Instant.now()),
                KnownTime.parameter(knownAt),
                company,
                asOf,
                technology == null ? null : technology.slug(),
                audience == null ? null : audience.slug()));
    return pool.preparedQuery(sql).execute(parameters).map(rows -> only(rows, company));
  }

  private static CompanyAtTime only(RowSet<Row> rows, String company) {
    Row row = rows.iterator().next();
    CompanyAtTime found = CompanyAtTime.from(row);
    if (found.company() == null) {
      throw unknown(company);
    }
    return found;
  }

  private static RuntimeException unknown(String company) {
    return Problems.notFound("no company is known as " + company);
  }
}
