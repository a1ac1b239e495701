package ai.policytracker.policy;

import ai.policytracker.event.PolicyEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/** A fold as tests look at it. */
public final class Folded {
  private static final Instant FIRST = Instant.parse("2026-11-22T10:00:00.000001Z");

  private final Fold fold = new Fold(Aliases.NONE);
  private int applied;

  /** An announcement with its members. */
  public record Act(Announcement announcement, List<ClaimEntry> members) {}

  public static Folded fold(Story... stories) {
    Folded folded = new Folded();
    for (Story story : stories) {
      folded.apply(story.event());
    }
    return folded;
  }

  public List<Change> apply(PolicyEvent event) {
    return fold.apply(event, FIRST.plusSeconds(applied++));
  }

  public Folded and(PolicyEvent event) {
    apply(event);
    return this;
  }

  public Fold fold() {
    return fold;
  }

  private SubjectFold subject() {
    return fold.subjects().getOrDefault(Story.subject(), new SubjectFold());
  }

  /** In the order of their dates, those without a date last. */
  public List<Act> acts() {
    return subject().groups().stream()
        .map(g -> new Act(g.published(), List.copyOf(g.members())))
        .sorted(
            Comparator.comparing(
                    (Act a) -> a.announcement().validFrom(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(a -> a.announcement().id()))
        .toList();
  }

  public List<Announcement> announcements() {
    return acts().stream().map(Act::announcement).toList();
  }

  public List<Segment> segments() {
    return subject().segments();
  }

  public SortedMap<String, String> announcementOf() {
    return subject().announcements();
  }
}
