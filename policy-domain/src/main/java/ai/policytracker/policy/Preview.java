package ai.policytracker.policy;

import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.DateReached;
import ai.policytracker.event.FoldUpgraded;
import ai.policytracker.event.IdentityEvent;
import ai.policytracker.event.PolicyEvent;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What events are going to touch, before any of them is folded. */
record Preview(Map<String, ClaimState> claims, Aliases aliases) {
  /**
   * The subjects that the events will look at, in this order, with what is loaded of their claims.
   */
  Set<Subject> touchedBy(Iterable<PolicyEvent> events) {
    Set<Subject> touched = new LinkedHashSet<>();
    Map<String, ClaimState> states = new HashMap<>();
    Aliases known = aliases;
    for (PolicyEvent event : events) {
      switch (event) {
        case ClaimEvent e -> {
          ClaimState before = states.getOrDefault(e.claimId(), Fold.stateOf(e.claimId(), claims));
          ClaimState after = before.evolve(e);
          states.put(e.claimId(), after);
          Placed.subjectOf(before, known).ifPresent(touched::add);
          Placed.subjectOf(after, known).ifPresent(touched::add);
        }
        case IdentityEvent e -> {
          Aliases before = known;
          known = before.evolve(e);
          Set<String> moved = known.movedSince(before).keySet();
          for (ClaimState claim : claims.values()) {
            Optional<Subject> was = Placed.subjectOf(claim, before);
            if (was.isPresent() && moved.contains(claim.held().orElseThrow().content().company())) {
              touched.add(was.get());
              touched.add(Placed.subjectOf(claim, known).orElseThrow());
            }
          }
        }
        case DateReached e ->
            Placed.subjectOf(Fold.stateOf(e.claimId(), claims), known).ifPresent(touched::add);
        case FoldUpgraded e -> {}
      }
    }
    return touched;
  }

  /** Company ids that the events merge or unmerge: their claims are to be loaded. */
  Set<String> movedBy(Iterable<PolicyEvent> events) {
    Aliases known = aliases;
    for (PolicyEvent event : events) {
      if (event instanceof IdentityEvent identity) {
        known = known.evolve(identity);
      }
    }
    return known.movedSince(aliases).keySet();
  }
}
