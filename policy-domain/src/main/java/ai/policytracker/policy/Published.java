package ai.policytracker.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What readers were told: the changes of all companies, folded. */
public final class Published {
  /** What was told of one subject and still stands. */
  private static final class Told {
    private final Set<Segment> segments = new HashSet<>();
    private final SortedMap<String, String> announcementOf = new TreeMap<>();
    private final SortedMap<String, String> contents = new TreeMap<>();
  }

  private final Map<Subject, Told> subjects = new HashMap<>();
  private final Map<String, Long> versions = new TreeMap<>();

  /**
   * What a company's readers have to be told to be where the fold is.
   *
   * @param arrived content id by claim id
   */
  public record Correction(
      Subject subject,
      Difference difference,
      SortedMap<String, String> arrived,
      List<String> left) {
    public boolean isNone() {
      return difference.movesNoPosition()
          && difference.announcementOf().isEmpty()
          && arrived.isEmpty()
          && left.isEmpty();
    }
  }

  /** Changes of one company come in the order of their versions. */
  public void apply(Change change) {
    versions.merge(change.company(), change.version(), Math::max);
    if (change.subject() == null) {
      return;
    }
    Told told = subjects.computeIfAbsent(change.subject(), s -> new Told());
    change.difference().before().forEach(told.segments::remove);
    told.segments.addAll(change.difference().after());
    told.announcementOf.putAll(change.difference().announcementOf());
    told.announcementOf.values().removeIf(Difference.NO_ANNOUNCEMENT::equals);
    change.left().forEach(told.contents::remove);
    told.contents.putAll(change.arrived());
  }

  /** The last version by company. */
  public Map<String, Long> versions() {
    return versions;
  }

  /** What is told and what the fold says, where they differ, by subject. */
  public List<Correction> corrections(Fold fold) {
    Set<Subject> all = new HashSet<>(subjects.keySet());
    all.addAll(fold.subjects().keySet());
    List<Correction> corrections = new ArrayList<>();
    for (Subject subject : all) {
      Correction correction =
          correction(
              subject,
              subjects.getOrDefault(subject, new Told()),
              fold.subjects().getOrDefault(subject, new SubjectFold()));
      if (!correction.isNone()) {
        corrections.add(correction);
      }
    }
    corrections.sort(Comparator.comparing(c -> c.subject().key()));
    return corrections;
  }

  private static Correction correction(Subject subject, Told told, SubjectFold now) {
    SortedMap<String, String> contents = new TreeMap<>();
    now.claims().forEach((id, claim) -> contents.put(id, claim.contentId()));
    SortedMap<String, String> placed = differing(told.announcementOf, now.announcements());
    told.announcementOf.keySet().stream()
        .filter(id -> !now.announcements().containsKey(id))
        .forEach(id -> placed.put(id, Difference.NO_ANNOUNCEMENT));
    return new Correction(
        subject,
        Difference.between(told.segments, new HashSet<>(now.segments()), placed),
        differing(told.contents, contents),
        told.contents.keySet().stream().filter(id -> !contents.containsKey(id)).toList());
  }

  private static SortedMap<String, String> differing(
      SortedMap<String, String> told, SortedMap<String, String> now) {
    SortedMap<String, String> differing = new TreeMap<>();
    now.forEach(
        (key, value) -> {
          if (!Objects.equals(told.get(key), value)) {
            differing.put(key, value);
          }
        });
    return differing;
  }
}
