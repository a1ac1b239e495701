package ai.policytracker.query.position;

import ai.policytracker.event.Claim;
import ai.policytracker.query.company.NotCovered;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.MergedCompanyException;
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
 * Reads a company's positions and stances on both time axes in one statement, hence from one state
 * of the database. What their claims say never changes, and is mostly in memory.
 */
@ApplicationScoped
public class KnownPositions {
  private static final String CONTENTS =
      """
      coalesce((
        SELECT string_agg(v.content_id, ' ') FROM claim_version v
        WHERE v.company = $3 AND v.announcement = {of}.announcement
          AND v.known_from <= seen.known_at AND seen.known_at < v.known_to
      ), '') AS contents""";

  private static final String ON_DATE =
      """
      AND {of}.valid_from <= coalesce($4::date, 'infinity')
      AND {of}.valid_to > coalesce($4::date, '-infinity')""";

  /**
   * {@code $4} null: on every date. A claim whose content has not come yet is left out: it was told
   * on another company's stream, in a shard that lags behind, and the watermark of that shard keeps
   * the answer from being final.
   */
  private static final String SELECT =
      KnownTime.SEEN
          + """
          , unplaced AS (
            SELECT v.* FROM seen, pending_version u JOIN claim_version v USING (company, announcement)
            WHERE company = $3 AND u.known_from <= seen.known_at AND seen.known_at < u.known_to
              AND v.known_from <= seen.known_at AND seen.known_at < v.known_to
              AND ($5::text IS NULL OR v.technology = $5 OR v.target <> '')
          )
          SELECT c.company, {halted}, a.merged_into, {seen}, part.part, part.technology,
            part.activity, part.audience, part.target, part.announcement, part.payload::text,
            part.contents
          FROM seen LEFT JOIN company c ON c.company = $3 AND c.version > 0
          LEFT JOIN company_alias a
            ON a.company = $3 AND a.known_from <= seen.known_at AND seen.known_at < a.known_to
          LEFT JOIN LATERAL (
            SELECT 'position' AS part, p.technology, p.activity, p.audience, '' AS target,
              p.jurisdiction, p.lane, p.valid_from, p.announcement, p.lapsed, '' AS claim_id,
              p.payload, {contents of p}
            FROM {positions}
            UNION ALL
            SELECT 'stance', s.technology, '', '', s.target, s.jurisdiction, '', s.valid_from,
              s.announcement, false, '', s.payload, {contents of s}
            FROM stance_version s
            WHERE s.company = $3 AND s.known_from <= seen.known_at AND seen.known_at < s.known_to
              {s on date}
            UNION ALL
            SELECT 'unplaced', v.technology, v.activity, v.audience, v.target, '', '', NULL,
              v.announcement, false, v.claim_id, t.payload, NULL
            FROM unplaced v JOIN claim_content t USING (content_id)
            UNION ALL
            SELECT 'start', p.technology, p.activity, p.audience, '', '', '', NULL, '', false, '',
              p.payload, NULL
            FROM (SELECT DISTINCT technology, activity, audience FROM unplaced) u CROSS JOIN LATERAL (
              SELECT p.* FROM {starts}
            ) p
          ) part ON true
          ORDER BY part.part, {order}"""
              .replace("{seen}", KnownTime.COLUMNS)
              .replace("{halted}", KnownTime.HALTED)
              .replace("{contents of p}", CONTENTS.replace("{of}", "p"))
              .replace("{contents of s}", CONTENTS.replace("{of}", "s"))
              .replace("{s on date}", ON_DATE.replace("{of}", "s"))
              .replace(
                  "{positions}",
                  PositionVersions.knownOf(
                      "$3",
                      ON_DATE.replace("{of}", "p")
                          + " AND ($5::text IS NULL OR p.technology = $5)"))
              .replace(
                  "{starts}",
                  PositionVersions.knownOf(
                      "$3",
                      """
                      AND p.technology = u.technology AND p.activity = u.activity
                      AND p.audience = u.audience"""));

  private static final String IN_ORDER_OF_SUBJECT =
      SELECT.replace(
          "{order}",
          """
          part.target, part.technology, part.activity, part.audience, part.jurisdiction, part.lane,
          part.valid_from, part.announcement, part.lapsed, part.claim_id""");

  private static final String IN_ORDER_OF_START =
      SELECT.replace(
          "{order}",
          """
          part.valid_from, part.target, part.technology, part.activity, part.audience,
          part.jurisdiction, part.lane, part.announcement, part.lapsed, part.claim_id""");

  private final Pool pool;
  private final KnownSources sources;

  KnownPositions(Pool pool, KnownSources sources) {
    this.pool = pool;
    this.sources = sources;
  }

  /**
   * Those in force on the date, in the order of their subjects.
   *
   * @param knownAt null for now
   */
  public Uni<CompanyAtTime> inForce(
      String company, LocalDate asOf, Instant knownAt, Question asked) {
    return read(IN_ORDER_OF_SUBJECT, company, asOf, knownAt, asked);
  }

  /** Those of all dates, in the order of their first days. */
  public Uni<CompanyAtTime> ofAllDates(String company, Instant knownAt, Question asked) {
    return read(IN_ORDER_OF_START, company, null, knownAt, asked);
  }

  private Uni<CompanyAtTime> read(
      String sql, String company, LocalDate asOf, Instant knownAt, Question asked) {
    if (!Claim.isCompanyId(company)) {
      throw NotCovered.company(company);
    }
    Tuple parameters =
        Tuple.from(
            Arrays.asList(
                KnownTime.parameter(Instant.now()),
                KnownTime.parameter(knownAt),
                company,
                asOf,
                asked.technology() == null ? null : asked.technology().slug()));
    return pool.preparedQuery(sql)
        .execute(parameters)
        .flatMap(rows -> withSources(rows, company, asked));
  }

  private Uni<CompanyAtTime> withSources(RowSet<Row> rows, String company, Question asked) {
    KnownTime known = knownTime(rows.iterator().next(), company);
    FoundParts found = FoundParts.of(rows);
    return sources.of(found.contents()).map(told -> found.with(told, company, known, asked));
  }

  private static KnownTime knownTime(Row row, String company) {
    KnownTime known = KnownTime.from(row).unlessHalted(row.getString("halted_reason"));
    if (row.getString("merged_into") != null) {
      throw new MergedCompanyException(row.getString("merged_into"), known);
    }
    if (row.getString("company") == null) {
      throw NotCovered.company(company);
    }
    return known;
  }
}
