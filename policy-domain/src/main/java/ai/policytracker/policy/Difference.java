package ai.policytracker.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one event did to a subject's timeline.
 *
 * @param before segments that no longer hold as they were
 * @param after segments that hold in their place
 * @param announcementOf announcement id by claim id, of the claims that moved or are new; "" where
 *     a claim is in none any more
 */
public record Difference(
    List<Segment> before, List<Segment> after, SortedMap<String, String> announcementOf) {

  /** Stands for "in no announcement" on the wire, where absent would mean "as before". */
  public static final String NO_ANNOUNCEMENT = "";

  private static final Comparator<Segment> ORDER =
      Comparator.comparing(Segment::jurisdiction, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Segment::lane)
          .thenComparing(Segment::validFrom)
          .thenComparing(Segment::announcement);

  static final Difference NONE = new Difference(List.of(), List.of(), new TreeMap<>());

  public Difference {
    before = sorted(before);
    after = sorted(after);
    announcementOf = Collections.unmodifiableSortedMap(announcementOf);
  }

  /** What is in both is no difference. */
  static Difference between(
      Collection<Segment> old, Collection<Segment> now, SortedMap<String, String> announcementOf) {
    return new Difference(without(old, now), without(now, old), announcementOf);
  }

  private static List<Segment> without(Collection<Segment> segments, Collection<Segment> others) {
    List<Segment> rest = new ArrayList<>(segments.size());
    for (Segment segment : segments) {
      if (!others.contains(segment)) {
        rest.add(segment);
      }
    }
    return rest;
  }

  static List<Segment> sorted(Collection<Segment> segments) {
    if (segments.size() < 2) {
      return List.copyOf(segments);
    }
    List<Segment> sorted = new ArrayList<>(segments);
    sorted.sort(ORDER);
    return List.copyOf(sorted);
  }

  /** First day on which the answer differs; null where it does not. */
  LocalDate validFrom() {
    LocalDate first = null;
    for (List<Segment> segments : List.of(before, after)) {
      for (Segment segment : segments) {
        if (first == null || segment.validFrom().isBefore(first)) {
          first = segment.validFrom();
        }
      }
    }
    return first;
  }

  boolean movesNoPosition() {
    return before.isEmpty() && after.isEmpty();
  }

  /** Only how well the positions are supported differs. */
  boolean saysTheSame() {
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).saysTheSameAs(after.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A field is contested that was not, or a further side came. */
  boolean widensContest() {
    return after.stream()
        .flatMap(s -> s.contested().stream())
        .anyMatch(now -> !before.isEmpty() && !wasContested(now));
  }

  private boolean wasContested(Contest now) {
    return before.stream()
        .flatMap(s -> s.contested().stream())
        .filter(old -> old.field().equals(now.field()))
        .anyMatch(old -> old.sides().size() >= now.sides().size());
  }
}
