package ai.policytracker.policy;

import ai.policytracker.event.ClaimAnnounced;
import java.util.Optional;

/** A claim as it counts in a subject. */
public record Placed(Subject subject, ClaimEntry entry, ClaimAnnounced content) {
  /** Where and how a claim counts; empty where it does not hold. */
  public static Optional<Placed> of(ClaimState claim, Aliases aliases) {
    return claim
        .held()
        .map(held -> new Placed(subject(held, aliases), ClaimEntry.of(held), held.content()));
  }

  static Optional<Subject> subjectOf(ClaimState claim, Aliases aliases) {
    return claim.held().map(held -> subject(held, aliases));
  }

  private static Subject subject(ClaimState.Held held, Aliases aliases) {
    ClaimAnnounced content = held.content();
    return Subject.of(content.claim(), aliases.resolve(content.company()));
  }

  boolean sameAs(Placed other) {
    return entry.equals(other.entry) && subject.equals(other.subject);
  }
}
