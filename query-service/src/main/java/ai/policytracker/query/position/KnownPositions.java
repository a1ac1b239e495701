package ai.policytracker.query.position;

import ai.policytracker.event.Claim;
import ai.policytracker.query.company.NotCovered;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.MergedCompanyException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Reads a company's positions and stances on both time axes in one statement, hence from one state
 * of the database.
 */
@ApplicationScoped
public class KnownPositions {
  /**
   * {@code $4} null: on every date. Claims: of the segments found, and of no segment at all. A
   * claim whose content has not come yet is left out: it was told on another company's stream, in a
   * shard that lags behind, and the watermark of that shard keeps the answer from being final.
   */
  private static final String SELECT =
      KnownTime.SEEN
          + """
          , alias AS (
            SELECT a.merged_into FROM company_alias a, seen
            WHERE a.company = $3 AND a.known_from <= seen.known_at AND seen.known_at < a.known_to
          ), placed AS (
            SELECT p.announcement FROM position_version p, seen
            WHERE p.company = $3 AND p.known_from <= seen.known_at AND seen.known_at < p.known_to
            UNION ALL
            SELECT s.announcement FROM stance_version s, seen
            WHERE s.company = $3 AND s.known_from <= seen.known_at AND seen.known_at < s.known_to
          ), held AS (
            SELECT p.*, '' AS target FROM position_version p, seen
            WHERE p.company = $3 AND p.known_from <= seen.known_at AND seen.known_at < p.known_to
              AND p.valid_from <= coalesce($4::date, 'infinity')
              AND p.valid_to > coalesce($4::date, '-infinity')
              AND ($5::text IS NULL OR p.technology = $5)
          ), held_stance AS (
            SELECT s.*, '' AS activity, '' AS audience FROM stance_version s, seen
            WHERE s.company = $3 AND s.known_from <= seen.known_at AND seen.known_at < s.known_to
              AND s.valid_from <= coalesce($4::date, 'infinity')
              AND s.valid_to > coalesce($4::date, '-infinity')
          ), unplaced AS (
            SELECT v.* FROM seen, claim_version v
            WHERE v.company = $3 AND v.known_from <= seen.known_at AND seen.known_at < v.known_to
              AND ($5::text IS NULL OR v.technology = $5 OR v.target <> '')
              AND v.announcement IS NOT NULL
              AND v.announcement NOT IN (SELECT announcement FROM placed)
          ), member AS (
            SELECT v.*, c.payload FROM (
              SELECT v.* FROM seen, claim_version v
              WHERE v.company = $3 AND v.known_from <= seen.known_at AND seen.known_at < v.known_to
                AND v.announcement = ANY (ARRAY(
                  SELECT announcement FROM held UNION SELECT announcement FROM held_stance))
              UNION ALL SELECT * FROM unplaced
            ) v JOIN claim_content c USING (content_id)
          )
          SELECT c.company, {halted}, (SELECT merged_into FROM alias), {seen},
            (SELECT json_agg(json_build_object('subject', {subject}, 'segment', payload)
              ORDER BY {positions})::text FROM held) AS segments,
            (SELECT json_agg(json_build_object('subject', {subject}, 'segment', payload)
              ORDER BY {stances})::text FROM held_stance) AS stances,
            (SELECT json_agg(json_build_object('announcement', announcement,
              'subject', {subject}, 'claim', payload) ORDER BY claim_id)::text FROM member)
              AS members,
            (SELECT json_agg(json_build_object('technology', k.technology,
                'activity', k.activity, 'audience', k.audience,
                'jurisdiction', nullif(k.jurisdiction, ''), 'kind', k.payload->'kind',
                'validFrom', k.valid_from))::text
              FROM position_version k, seen
              WHERE k.company = $3 AND k.known_from <= seen.known_at AND seen.known_at < k.known_to
                AND (k.technology, k.activity, k.audience) IN (
                  SELECT technology, activity, audience FROM unplaced)) AS starts
          FROM seen LEFT JOIN company c ON c.company = $3 AND c.version > 0""";

  private static final String IN_ORDER_OF_SUBJECT =
      orderedBy(
          "technology, activity, audience, jurisdiction, lane, valid_from, announcement, lapsed",
          "target, technology, jurisdiction, valid_from, announcement");
  private static final String IN_ORDER_OF_START =
      orderedBy(
          "valid_from, technology, activity, audience, jurisdiction, lane, announcement, lapsed",
          "valid_from, target, technology, jurisdiction, announcement");

  private final Pool pool;

  KnownPositions(Pool pool) {
    this.pool = pool;
  }

  private static String orderedBy(String positions, String stances) {
    return SELECT
        .replace("{seen}", KnownTime.COLUMNS)
        .replace("{halted}", KnownTime.HALTED)
        .replace("{subject}", SubjectRow.COLUMNS)
        .replace("{positions}", positions)
        .replace("{stances}", stances);
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
        .map(rows -> only(rows.iterator().next(), company, asked));
  }

  private static CompanyAtTime only(Row row, String company, Question asked) {
    CompanyAtTime found = CompanyAtTime.from(row, asked);
    if (row.getString("merged_into") != null) {
      throw new MergedCompanyException(row.getString("merged_into"), found.known());
    }
    if (found.company() == null) {
      throw NotCovered.company(company);
    }
    return found;
  }
}
