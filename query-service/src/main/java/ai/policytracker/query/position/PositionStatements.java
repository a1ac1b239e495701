package ai.policytracker.query.position;

import ai.policytracker.query.request.KnownTime;

/**
 * SQL of several questions for positions: each row is a part of the answer to the question of that
 * {@code number}, and each question has one row at least. The parameters are those of {@link
 * KnownTime#SEEN_OF_EACH}.
 */
final class PositionStatements {
  private static final String CONTENTS =
      """
      coalesce((
        SELECT string_agg(v.content_id, ' ') FROM claim_version v
        WHERE v.company = seen.company AND v.announcement = {of}.announcement
          AND v.known_from <= seen.known_at AND seen.known_at < v.known_to
      ), '') AS contents""";

  /**
   * A date that is null asks for every date. A claim whose content has not come yet is left out: it
   * was told on another company's stream, in a shard that lags behind, and the watermark of that
   * shard keeps the answer from being final.
   */
  private static final String SELECT =
      KnownTime.SEEN_OF_EACH
          + """
          , unplaced AS (
            SELECT seen.number, v.* FROM seen CROSS JOIN LATERAL (
              SELECT v.* FROM pending_version u JOIN claim_version v USING (company, announcement)
              WHERE company = seen.company
                AND u.known_from <= seen.known_at AND seen.known_at < u.known_to
                AND v.known_from <= seen.known_at AND seen.known_at < v.known_to
                AND (seen.technology IS NULL OR v.technology = seen.technology OR v.target <> '')
              OFFSET 0
            ) v
          )
          SELECT seen.number, c.company, c.halted_reason, c.covered, a.merged_into, {seen}, part.part, part.technology,
            part.activity, part.audience, part.target, part.announcement, part.payload::text,
            part.contents
          FROM seen LEFT JOIN LATERAL (
            SELECT CASE WHEN c.version > 0 THEN c.company END AS company, {halted}, {covered}
            FROM company c WHERE c.company = seen.company OFFSET 0
          ) c ON true LEFT JOIN LATERAL (
            SELECT a.merged_into FROM company_alias a
            WHERE a.company = seen.company
              AND a.known_from <= seen.known_at AND seen.known_at < a.known_to
            OFFSET 0
          ) a ON true LEFT JOIN LATERAL (
            SELECT 'position' AS part, p.technology, p.activity, p.audience, '' AS target,
              p.jurisdiction, p.lane, p.valid_from, p.announcement, p.lapsed, '' AS claim_id,
              p.payload, {contents of p}
            FROM {positions}
            UNION ALL
            SELECT 'stance', s.technology, '', '', s.target, s.jurisdiction, '', s.valid_from,
              s.announcement, false, '', s.payload, {contents of s}
            FROM stance_version s
            WHERE s.company = seen.company AND s.known_from <= seen.known_at AND seen.known_at < s.known_to
              AND s.valid_from <= coalesce(seen.as_of, 'infinity')
              AND s.valid_to > coalesce(seen.as_of, '-infinity')
            UNION ALL
            SELECT 'unplaced', v.technology, v.activity, v.audience, v.target, '', '', NULL,
              v.announcement, false, v.claim_id, t.payload, NULL
            FROM unplaced v JOIN claim_content t USING (content_id) WHERE v.number = seen.number
            UNION ALL
            SELECT 'start', p.technology, p.activity, p.audience, '', '', '', NULL, '', false, '',
              p.payload, NULL
            FROM (
              SELECT DISTINCT technology, activity, audience FROM unplaced v
              WHERE v.number = seen.number
            ) u JOIN position_version p ON p.company = seen.company
              AND p.technology = u.technology AND p.activity = u.activity
              AND p.audience = u.audience
              AND p.known_from <= seen.known_at AND seen.known_at < p.known_to
          ) part ON true
          ORDER BY seen.number, part.part, {order}"""
              .replace("{seen}", KnownTime.COLUMNS)
              .replace("{covered}", KnownTime.COVERED)
              .replace("{halted}", KnownTime.HALTED)
              .replace("{contents of p}", CONTENTS.replace("{of}", "p"))
              .replace("{contents of s}", CONTENTS.replace("{of}", "s"))
              .replace(
                  "{positions}",
                  PositionVersions.knownOf(
                      "seen.company",
                      "seen.as_of",
                      "AND (seen.technology IS NULL OR p.technology = seen.technology)"));

  static final String IN_ORDER_OF_SUBJECT =
      SELECT.replace(
          "{order}",
          """
          part.target, part.technology, part.activity, part.audience, part.jurisdiction, part.lane,
          part.valid_from, part.announcement, part.lapsed, part.claim_id""");

  static final String IN_ORDER_OF_START =
      SELECT.replace(
          "{order}",
          """
          part.valid_from, part.target, part.technology, part.activity, part.audience,
          part.jurisdiction, part.lane, part.announcement, part.lapsed, part.claim_id""");

  private PositionStatements() {}
}
