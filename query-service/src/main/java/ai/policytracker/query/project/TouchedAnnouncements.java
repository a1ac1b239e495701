package ai.policytracker.query.project;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Announcements of which a batch moves claims or segments. */
final class TouchedAnnouncements {
  private final Map<String, Touched> touched = new LinkedHashMap<>();

  /**
   * @param since of the batch's changes to it the first
   */
  record Touched(String company, String announcement, Instant since) {}

  /**
   * Changes of a company come in the order of their times.
   *
   * @param announcement null for none
   */
  void add(String company, String announcement, Instant recordedAt) {
    if (announcement != null) {
      touched.putIfAbsent(
          company + "/" + announcement, new Touched(company, announcement, recordedAt));
    }
  }

  Collection<Touched> all() {
    return touched.values();
  }
}
