package ai.policytracker.query.position;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is asked of the database, as {@link ai.policytracker.query.request.KnownTime#SEEN_OF_EACH}
 * takes it.
 *
 * @param number among those that are asked together, from 0
 * @param asOf null for every date
 * @param knownAt null for now
 * @param technology its slug; null for any
 */
record PointInTime(int number, String company, LocalDate asOf, Instant knownAt, String technology) {
  PointInTime numbered(int place) {
    return new PointInTime(place, company, asOf, knownAt, technology);
  }
}
