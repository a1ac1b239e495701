package ai.policytracker.query;

import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Subject;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.FoldedSubject;
import ai.policytracker.policy.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One company's events, folded as policy-service does, and what was known after each of them. */
public final class WriteSide {
  private final Map<Subject, FoldedSubject> folded = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<List<Held>> heldAfter = new ArrayList<>();
  private Instant clock;

  public WriteSide(Instant firstRecordedAt) {
    this.clock = firstRecordedAt;
  }

  public record Held(Subject subject, Segment segment) {
    boolean holdsOn(LocalDate date) {
      return !date.isBefore(segment.validFrom())
          && (segment.validTo() == null || date.isBefore(segment.validTo()));
    }
  }

  public Change append(PolicyEvent event) {
    FoldedSubject before =
        folded.computeIfAbsent(event.subject(), subject -> FoldedSubject.initial(subject));
    FoldedSubject.Step step = before.apply(event);
    folded.put(event.subject(), step.next());
    Change change = Change.of(event, step, changes.size() + 1, clock);
    clock = clock.plusNanos(1_000);
    changes.add(change);
    heldAfter.add(
        folded.values().stream()
            .flatMap(
                f ->
                    f.timeline().segments().stream()
                        .map(segment -> new Held(f.state().subject(), segment)))
            .toList());
    return change;
  }

  public List<Change> appendAll(List<PolicyEvent> events) {
    events.forEach(this::append);
    return changes();
  }

  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /** All segments that were known then, in no order. */
  public List<Held> knownAt(Instant knownAt) {
    List<Held> held = List.of();
    for (int i = 0; i < changes.size() && !changes.get(i).recordedAt().isAfter(knownAt); i++) {
      held = heldAfter.get(i);
    }
    return held;
  }

  public List<Held> inForce(LocalDate asOf, Instant knownAt) {
    return knownAt(knownAt).stream().filter(held -> held.holdsOn(asOf)).toList();
  }
}
