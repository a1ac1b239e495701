package ai.policytracker.policy;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Subject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fold of one subject: {@link #initial}, then {@link #apply} for each event. The same set of
 * events gives the same timeline in any order and any number of repetitions.
 */
public record FoldedSubject(
    SubjectState state, List<Announcement> announcements, Timeline timeline) {

  /** Names the rules; a change that was made under other rules tells so by its number. */
  public static final int FOLD_VERSION = 1;

  public FoldedSubject(SubjectState state) {
    this(state, Announcements.of(state.claims().values()));
  }

  private FoldedSubject(SubjectState state, List<Announcement> announcements) {
    this(state, announcements, Timeline.of(announcements));
  }

  /** The next fold and what the event made different. */
  public record Step(FoldedSubject next, Difference difference) {}

  public static FoldedSubject initial(Subject subject) {
    return new FoldedSubject(SubjectState.initial(subject));
  }

  public Step apply(PolicyEvent event) {
    SubjectState evolved = state.evolve(event);
    if (evolved == state) {
      return new Step(this, Difference.between(ChangeType.NOTED, timeline, timeline));
    }
    FoldedSubject next = new FoldedSubject(evolved);
    return new Step(next, Difference.between(typeOf(event, next), timeline, next.timeline));
  }

  /** Whether the event is the last word on its claim. */
  boolean holds(PolicyEvent event) {
    ClaimEntry entry = state.claims().get(event.claimId());
    int revision =
        entry != null ? entry.revision() : state.retracted().getOrDefault(event.claimId(), 0);
    return revision == event.revision();
  }

  private ChangeType typeOf(PolicyEvent event, FoldedSubject next) {
    return switch (event) {
      case ClaimRetracted gone ->
          state.claims().containsKey(gone.claimId()) ? ChangeType.RETRACTED : ChangeType.NOTED;
      case ClaimAnnounced announced -> typeOf(announced, next);
    };
  }

  private ChangeType typeOf(ClaimAnnounced event, FoldedSubject next) {
    if (timeline.segments().equals(next.timeline.segments())) {
      return next.movedBy(event) && !isKnown(event) ? ChangeType.CORROBORATED : ChangeType.NOTED;
    }
    if (isKnown(event)) {
      return ChangeType.REFINED;
    }
    if (next.movedBy(event) && !wasInEffect(next.announcementOf(event))) {
      return ChangeType.ADOPTED;
    }
    return supportAloneDiffers(next) ? ChangeType.CORROBORATED : ChangeType.REFINED;
  }

  private boolean isKnown(PolicyEvent event) {
    return state.claims().containsKey(event.claimId())
        || state.retracted().containsKey(event.claimId());
  }

  private boolean movedBy(ClaimAnnounced event) {
    ClaimEntry entry = state.claims().get(event.claimId());
    return entry.isDecided() && entry.isConfident() && announcementOf(event).takesEffect();
  }

  /** Whether any of the members was part of an announcement that had its place on the timeline. */
  private boolean wasInEffect(Announcement announcement) {
    Set<String> inEffect =
        announcements.stream()
            .filter(Announcement::takesEffect)
            .flatMap(a -> a.members().stream())
            .map(ClaimEntry::claimId)
            .collect(Collectors.toSet());
    return announcement.members().stream().map(ClaimEntry::claimId).anyMatch(inEffect::contains);
  }

  private Announcement announcementOf(PolicyEvent event) {
    String id = timeline.announcementOf().get(event.claimId());
    return announcements.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
  }

  private boolean supportAloneDiffers(FoldedSubject next) {
    List<Segment> old = timeline.segments();
    List<Segment> now = next.timeline.segments();
    if (old.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      if (!old.get(i).saysTheSameAs(now.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FoldedSubject that && state.equals(that.state);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(state);
  }
}
