package ai.policytracker.query.position;

import java.util.List;
import java.util.Map;

/** Which claims told of each announcement at which known times, by the ids of their contents. */
final class ToldClaims {
  private final Map<String, List<Told>> byAnnouncement;

  /** Known times in microseconds. */
  record Told(String contentId, long knownFrom, long knownTo) {
    boolean isKnownAt(long known) {
      return knownFrom <= known && known < knownTo;
    }
  }

  ToldClaims(Map<String, List<Told>> byAnnouncement) {
    this.byAnnouncement = byAnnouncement;
  }

  /** As {@link KnownSources} has them. */
  String contents(String announcement, long known) {
    StringBuilder contents = new StringBuilder();
    for (Told told : byAnnouncement.getOrDefault(announcement, List.of())) {
      if (told.isKnownAt(known)) {
        contents.append(contents.isEmpty() ? "" : KnownSources.SEPARATOR).append(told.contentId());
      }
    }
    return contents.toString();
  }

  Iterable<String> announcements() {
    return byAnnouncement.keySet();
  }
}
