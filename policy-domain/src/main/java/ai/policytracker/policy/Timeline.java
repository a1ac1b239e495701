package ai.policytracker.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A subject's positions on valid time, and where each claim belongs (folding rule 5). No two
 * segments of one jurisdiction in the lane {@code POLICY} overlap.
 *
 * @param segments sorted by jurisdiction, lane, start
 * @param announcementOf announcement id by claim id; claims of too little confidence are in none
 */
public record Timeline(List<Segment> segments, SortedMap<String, String> announcementOf) {

  private static final Comparator<Segment> ORDER =
      Comparator.comparing(Segment::jurisdiction, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Segment::lane)
          .thenComparing(Segment::validFrom)
          .thenComparing(Segment::announcement);

  /**
   * Of announcements that start on one day the stricter one holds; a tie goes to the smaller id.
   */
  private static final Comparator<Announcement> BY_START =
      Comparator.comparing(Announcement::validFrom)
          .thenComparing(Announcement::kind, Strictness.STRICTEST_FIRST)
          .thenComparing(Announcement::id);

  public Timeline {
    segments = List.copyOf(segments);
    announcementOf = Collections.unmodifiableSortedMap(announcementOf);
  }

  static Timeline of(List<Announcement> announcements) {
    SortedMap<String, String> announcementOf = new TreeMap<>();
    for (Announcement a : announcements) {
      a.members().forEach(member -> announcementOf.put(member.claimId(), a.id()));
    }
    List<Segment> segments = new ArrayList<>();
    Map<Optional<String>, List<Announcement>> byJurisdiction =
        announcements.stream()
            .filter(Announcement::takesEffect)
            .collect(Collectors.groupingBy(a -> Optional.ofNullable(a.jurisdiction())));
    for (List<Announcement> sameKey : byJurisdiction.values()) {
      addPolicies(segments, sameKey);
      sameKey.stream()
          .filter(a -> a.family() == Family.COMMITMENT)
          .forEach(a -> add(segments, a, null));
    }
    segments.sort(ORDER);
    return new Timeline(segments, announcementOf);
  }

  private static void addPolicies(List<Segment> segments, Collection<Announcement> announcements) {
    List<Announcement> inOrder = new ArrayList<>();
    for (Announcement a :
        announcements.stream()
            .filter(a -> a.family() != Family.COMMITMENT)
            .sorted(BY_START)
            .toList()) {
      if (inOrder.isEmpty() || !inOrder.getLast().validFrom().equals(a.validFrom())) {
        inOrder.add(a);
      }
    }
    for (int i = 0; i < inOrder.size(); i++) {
      LocalDate nextStart = i + 1 < inOrder.size() ? inOrder.get(i + 1).validFrom() : null;
      add(segments, inOrder.get(i), nextStart);
    }
  }

  private static void add(List<Segment> segments, Announcement announcement, LocalDate nextStart) {
    Segment held = Segment.of(announcement, nextStart);
    segments.add(held);
    if (held.validTo() != null && !Objects.equals(held.validTo(), nextStart)) {
      segments.add(held.lapsed(nextStart));
    }
  }
}
