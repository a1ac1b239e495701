package ai.policytracker.query.position;

import ai.policytracker.policy.Segment;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * All versions of a company's positions, or of its stances, in the order in which answers have
 * them. Which ones are known at a time and hold on a date is found by looking at all: of a hundred
 * thousand that takes a tenth of a millisecond.
 */
final class Versions {
  private final long[] knownFrom;
  private final long[] knownTo;
  private final int[] validFrom;
  private final int[] validTo;
  private final List<SubjectRow> subjects;
  private final List<Segment> segments;

  /**
   * A version of a segment.
   *
   * @param knownFrom in microseconds, as all known times here
   * @param knownTo {@link Long#MAX_VALUE} while it is not replaced
   */
  record Version(SubjectRow subject, Segment segment, long knownFrom, long knownTo) {}

  Versions(List<Version> inOrder) {
    knownFrom = inOrder.stream().mapToLong(Version::knownFrom).toArray();
    knownTo = inOrder.stream().mapToLong(Version::knownTo).toArray();
    validFrom = inOrder.stream().mapToInt(v -> days(v.segment().validFrom())).toArray();
    validTo = inOrder.stream().mapToInt(v -> days(v.segment().validTo())).toArray();
    subjects = inOrder.stream().map(Version::subject).toList();
    segments = inOrder.stream().map(Version::segment).toList();
  }

  /** From 1970; a position without an end ends after all dates. */
  private static int days(LocalDate date) {
    return date == null ? Integer.MAX_VALUE : Math.toIntExact(date.toEpochDay());
  }

  int size() {
    return knownFrom.length;
  }

  SubjectRow subject(int place) {
    return subjects.get(place);
  }

  Segment segment(int place) {
    return segments.get(place);
  }

  /** Those known then, whatever their dates, by their places. */
  void knownAt(long known, IntConsumer found) {
    for (int i = 0; i < knownFrom.length; i++) {
      if (knownFrom[i] <= known && known < knownTo[i]) {
        found.accept(i);
      }
    }
  }

  /** Those known then that hold on the date, by their places. */
  void inForce(long known, LocalDate asOf, IntConsumer found) {
    int date = days(asOf);
    for (int i = 0; i < knownFrom.length; i++) {
      if (validFrom[i] <= date
          && date < validTo[i]
          && knownFrom[i] <= known
          && known < knownTo[i]) {
        found.accept(i);
      }
    }
  }
}
