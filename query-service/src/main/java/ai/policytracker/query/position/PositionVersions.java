package ai.policytracker.query.position;

/**
 * SQL of a company's position versions that were known at one time.
 *
 * <p>Those that have no last day are looked for by how long they were known, the others by how long
 * they held (see {@code company_term} in the migrations), so that the indexes are read where these
 * begin and end and hardly anywhere else, however long the company's history is.
 */
public final class PositionVersions {
  private static final String KNOWN =
      """
      LATERAL (
        SELECT p.* FROM (VALUES (' 0', interval '1 hour'), (' 1', interval '16 hours'),
            (' 2', interval '256 hours'), (' 3', interval '4096 hours'),
            (' 4', interval '65536 hours'), (' 5', interval 'infinity')
          ) AS term (name, longest) CROSS JOIN LATERAL (
            SELECT * FROM position_version p
            WHERE p.company_term = {company} || term.name AND p.valid_to = 'infinity'
              AND p.known_to <= seen.known_at + term.longest
              AND p.known_from <= seen.known_at AND seen.known_at < p.known_to
              AND p.valid_from <= coalesce({asOf}, 'infinity') {conditions}
            OFFSET 0
          ) p
        UNION ALL
        SELECT p.* FROM (VALUES (' a', 8), (' b', 64), (' c', 512), (' d', 4096), (' e', NULL)
          ) AS term (name, longest) CROSS JOIN LATERAL (
            SELECT * FROM position_version p
            WHERE p.company_term = {company} || term.name AND p.valid_to < 'infinity'
              AND p.valid_to <= coalesce({asOf} + term.longest, 'infinity')
              AND p.valid_to > coalesce({asOf}, '-infinity')
              AND p.valid_from <= coalesce({asOf}, 'infinity')
              AND p.known_from <= seen.known_at AND seen.known_at < p.known_to {conditions}
            OFFSET 0
          ) p
      ) p""";

  private PositionVersions() {}

  /**
   * A table {@code p} for statements that begin with {@link
   * ai.policytracker.query.request.KnownTime#SEEN}, where {@code seen} is in reach.
   *
   * @param company SQL of the company's id
   * @param asOf SQL of the date on which they are in force; of null, every date
   * @param conditions on {@code p}; empty, or beginning with AND
   */
  public static String knownOf(String company, String asOf, String conditions) {
    return KNOWN
        .replace("{company}", company)
        .replace("{asOf}", asOf)
        .replace("{conditions}", conditions);
  }
}
