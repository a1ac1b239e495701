package ai.policytracker.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Announcements in effect by place, lane and start, and the segments of valid time that follow from
 * them (folding rule 5). No two segments of one place overlap in the lanes {@code POLICY} and
 * {@code STANCE}.
 */
final class Lanes {
  /**
   * @param place null where none is stated
   */
  record Spot(String place, Lane lane, LocalDate start) {
    static Spot of(Announcement a) {
      return new Spot(a.jurisdiction(), Lane.of(a.kind()), a.validFrom());
    }
  }

  private record Key(String place, Lane lane) {}

  /**
   * Of announcements that start on one day the stricter one holds; a tie goes to the smaller id.
   */
  private static final Comparator<Announcement> STRICTEST_FIRST =
      Comparator.comparing(Announcement::kind, Strictness.STRICTEST_FIRST)
          .thenComparing(Announcement::id);

  private final Map<Key, TreeMap<LocalDate, TreeSet<Announcement>>> lanes = new HashMap<>();

  void add(Announcement a) {
    lanes
        .computeIfAbsent(new Key(a.jurisdiction(), Lane.of(a.kind())), k -> new TreeMap<>())
        .computeIfAbsent(a.validFrom(), s -> new TreeSet<>(STRICTEST_FIRST))
        .add(a);
  }

  void remove(Announcement a) {
    lanes.computeIfPresent(
        new Key(a.jurisdiction(), Lane.of(a.kind())),
        (key, lane) -> {
          lane.computeIfPresent(
              a.validFrom(),
              (start, sameStart) -> {
                sameStart.remove(a);
                return sameStart.isEmpty() ? null : sameStart;
              });
          return lane.isEmpty() ? null : lane;
        });
  }

  /** All segments that begin or end at one of the spots. */
  Set<Segment> around(Collection<Spot> spots) {
    if (spots.isEmpty()) {
      return Set.of();
    }
    Set<Segment> segments = new LinkedHashSet<>();
    for (Spot spot : spots) {
      TreeMap<LocalDate, TreeSet<Announcement>> lane =
          lanes.get(new Key(spot.place(), spot.lane()));
      if (lane != null) {
        Map.Entry<LocalDate, TreeSet<Announcement>> before = lane.lowerEntry(spot.start());
        if (before != null) {
          add(segments, lane, spot.lane(), before.getKey(), before.getValue());
        }
        TreeSet<Announcement> here = lane.get(spot.start());
        if (here != null) {
          add(segments, lane, spot.lane(), spot.start(), here);
        }
      }
    }
    return segments;
  }

  private static void add(
      Set<Segment> segments,
      TreeMap<LocalDate, TreeSet<Announcement>> starts,
      Lane lane,
      LocalDate start,
      TreeSet<Announcement> sameStart) {
    switch (lane) {
      case POLICY, STANCE -> Segment.add(segments, sameStart.first(), starts.higherKey(start));
      case COMMITMENT -> sameStart.forEach(a -> Segment.add(segments, a, null));
    }
  }

  /**
   * Puts the announcements of the groups in the place of what was told of them.
   *
   * @param placed announcement id by claim id, of the claims that moved
   */
  Difference replace(Map<Group, Announcement> now, SortedMap<String, String> placed) {
    Set<Spot> spots = new LinkedHashSet<>();
    List<Announcement> old = new ArrayList<>();
    List<Announcement> anew = new ArrayList<>();
    now.forEach(
        (group, is) -> {
          Announcement was = group.published();
          group.published(is);
          if (!Objects.equals(was, is)) {
            note(was, old, spots);
            note(is, anew, spots);
          }
        });
    Set<Segment> segmentsBefore = around(spots);
    for (Announcement a : old) {
      remove(a);
    }
    for (Announcement a : anew) {
      add(a);
    }
    return Difference.between(segmentsBefore, around(spots), placed);
  }

  private static void note(Announcement a, List<Announcement> noted, Set<Spot> spots) {
    if (a != null && a.inEffect()) {
      noted.add(a);
      spots.add(Spot.of(a));
    }
  }

  List<Segment> all() {
    Set<Segment> segments = new LinkedHashSet<>();
    lanes.forEach(
        (key, starts) ->
            starts.forEach(
                (start, sameStart) -> add(segments, starts, key.lane(), start, sameStart)));
    return List.copyOf(segments);
  }
}
