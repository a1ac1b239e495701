package ai.policytracker.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one event did to a subject's timeline.
 *
 * @param before segments that no longer hold as they were
 * @param after segments that hold in their place
 * @param announcementOf announcement id by claim id, of the claims that moved or are new; "" where
 *     a claim is in none
 */
public record Difference(
    ChangeType type,
    List<Segment> before,
    List<Segment> after,
    SortedMap<String, String> announcementOf) {

  /** Stands for "in no announcement" on the wire, where absent would mean "as before". */
  public static final String NO_ANNOUNCEMENT = "";

  public Difference {
    before = List.copyOf(before);
    after = List.copyOf(after);
    announcementOf = Collections.unmodifiableSortedMap(announcementOf);
  }

  static Difference between(ChangeType type, Timeline old, Timeline now) {
    SortedMap<String, String> moved = new TreeMap<>();
    now.announcementOf()
        .forEach(
            (claim, announcement) -> {
              if (!announcement.equals(old.announcementOf().get(claim))) {
                moved.put(claim, announcement);
              }
            });
    old.announcementOf().keySet().stream()
        .filter(claim -> !now.announcementOf().containsKey(claim))
        .forEach(claim -> moved.put(claim, NO_ANNOUNCEMENT));
    return new Difference(
        type,
        old.segments().stream().filter(s -> !now.segments().contains(s)).toList(),
        now.segments().stream().filter(s -> !old.segments().contains(s)).toList(),
        moved);
  }

  /** First day on which the answer differs; null where it does not. */
  LocalDate validFrom() {
    return Stream.concat(before.stream(), after.stream())
        .map(Segment::validFrom)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
