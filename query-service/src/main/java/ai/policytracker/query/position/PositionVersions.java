package ai.policytracker.query.position;

/**
 * SQL of a company's position versions that were known at one time.
 *
 * <p>They are looked for by how long they were known (see {@code company_term} in the migrations),
 * so that the index is read where they begin and end and hardly anywhere else, however long the
 * company's history is.
 */
public final class PositionVersions {
  private static final String KNOWN =
      """
      (VALUES (' 0', interval '1 hour'), (' 1', interval '16 hours'), (' 2', interval '256 hours'),
          (' 3', interval '4096 hours'), (' 4', interval '65536 hours'), (' 5', interval 'infinity')
        ) AS term (name, longest) CROSS JOIN LATERAL (
          SELECT * FROM position_version p
          WHERE p.company_term = {company} || term.name
            AND p.known_to <= seen.known_at + term.longest
            AND p.known_from <= seen.known_at AND seen.known_at < p.known_to {conditions}
          OFFSET 0
        ) p""";

  private PositionVersions() {}

  /**
   * A table {@code p} for statements that begin with {@link
   * ai.policytracker.query.request.KnownTime#SEEN}, where {@code seen} is in reach.
   *
   * @param company SQL of the company's id
   * @param conditions on {@code p}; empty, or beginning with AND
   */
  public static String knownOf(String company, String conditions) {
    return KNOWN.replace("{company}", company).replace("{conditions}", conditions);
  }
}
