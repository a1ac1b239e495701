package ai.policytracker.policy;

/**
 * How well a claim is dated. Announcements are founded by the best dated claims; the claims of each
 * further layer join what the layers before have founded, or found more.
 */
enum Layer {
  DAY,
  MONTH,
  YEAR,
  /** Known is only when it was published. */
  PUBLISHED,
  /** Nothing is known. */
  DATELESS;

  static final int COUNT = values().length;

  static Layer of(ClaimEntry claim) {
    if (claim.day() != null) {
      return DAY;
    }
    return switch (claim.announcedOn().precision()) {
      case MONTH -> MONTH;
      case YEAR -> YEAR;
      case DAY, UNKNOWN -> claim.publishedOn() != null ? PUBLISHED : DATELESS;
    };
  }
}
