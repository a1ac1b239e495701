package ai.policytracker.policy;

import ai.policytracker.event.Until;
import java.util.List;

/**
 * A field on which claims of one announcement disagree.
 *
 * @param field as in a claim: {@code kind}, {@code until}, {@code announcedOn}, {@code
 *     effectiveFrom}, {@code stance}
 * @param sides the leading one first
 */
public record Contest(String field, List<Side> sides) {
  /** So that a position stays readable however many sources a dispute has. */
  static final int MAX_CLAIMS = 20;

  /**
   * @param value the field's value; null for {@code until}
   * @param until null for every other field
   * @param sourceCount independent publishers that say so
   * @param claims ids, one of each publisher, of the first {@value Contest#MAX_CLAIMS}
   */
  public record Side(String value, Until until, int sourceCount, List<String> claims) {
    public Side {
      claims = List.copyOf(claims);
    }
  }

  public Contest {
    sides = List.copyOf(sides);
  }
}
