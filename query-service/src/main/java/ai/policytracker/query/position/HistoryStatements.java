package ai.policytracker.query.position;

/**
 * SQL that reads a company's history, piece by piece: what was known up to a final time is the same
 * in all of them. {@code $1} is the company, {@code $2} that time.
 */
final class HistoryStatements {
  /** Nothing of who is or was merged into another one, or is behind, is kept in memory. */
  static final String MAY_BE_KEPT =
      """
      SELECT f.epoch, s.up_to, (
          SELECT min(recorded_at) FROM change_log WHERE company = $1
        ) AS told_from, s.up_to IS NOT NULL AND EXISTS (
          SELECT FROM company c
          WHERE c.company = $1 AND c.version > 0 AND c.halted_reason IS NULL
            AND NOT EXISTS (SELECT FROM company_alias a WHERE a.company = c.company)
        ) AS may_be_kept
      FROM feed f, (SELECT min(watermark) AS up_to FROM shard) s""";

  static final String SUBJECTS =
      """
      SELECT DISTINCT p.technology, p.activity, p.audience, '' AS target
      FROM feed f, position_version p WHERE p.company = $1 AND p.known_from <= $2
      ORDER BY 1, 2, 3""";

  /** Of one subject: {@code $3} to {@code $5}. */
  static final String POSITIONS =
      """
      SELECT p.known_from, nullif(p.known_to, 'infinity') AS known_to, p.payload::text AS payload
      FROM feed f, position_version p
      WHERE p.company = $1 AND p.known_from <= $2
        AND p.technology = $3 AND p.activity = $4 AND p.audience = $5
      ORDER BY p.jurisdiction, p.lane, p.valid_from, p.announcement, p.lapsed""";

  static final String STANCES =
      """
      SELECT s.technology, '' AS activity, '' AS audience, s.target, s.known_from,
        nullif(s.known_to, 'infinity') AS known_to, s.payload::text AS payload
      FROM feed f, stance_version s WHERE s.company = $1 AND s.known_from <= $2
      ORDER BY s.target, s.technology, s.jurisdiction, s.valid_from, s.announcement""";

  /** The announcements after {@code $3}. */
  static final String CLAIMS =
      """
      SELECT v.announcement, v.content_id, v.known_from,
        nullif(v.known_to, 'infinity') AS known_to
      FROM feed f, claim_version v
      WHERE v.company = $1 AND v.known_from <= $2 AND v.announcement > $3
        AND v.announcement <= coalesce((
          SELECT later.announcement FROM claim_version later
          WHERE later.company = $1 AND later.known_from <= $2 AND later.announcement > $3
          ORDER BY later.announcement OFFSET 5000 LIMIT 1
        ), (SELECT max(announcement) FROM claim_version WHERE company = $1))
      ORDER BY v.announcement, v.known_to, v.known_from""";

  static final String UNPLACED =
      """
      SELECT v.technology, v.activity, v.audience, v.target, v.announcement,
        greatest(u.known_from, v.known_from) AS known_from,
        nullif(least(u.known_to, v.known_to), 'infinity') AS known_to, t.payload::text AS payload
      FROM feed f, pending_version u JOIN claim_version v USING (company, announcement)
        JOIN claim_content t USING (content_id)
      WHERE company = $1 AND greatest(u.known_from, v.known_from) <= $2
        AND u.known_from < v.known_to AND v.known_from < u.known_to""";

  private HistoryStatements() {}
}
