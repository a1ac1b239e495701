package ai.policytracker.wire;

import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.Folded;
import ai.policytracker.policy.Histories;
import java.util.ArrayList;
import java.util.List;

/** What the fold tells of a seeded history. */
final class HistoryChanges {
  private HistoryChanges() {}

  static List<Change> of(long seed) {
    Folded folded = new Folded();
    List<Change> changes = new ArrayList<>();
    for (PolicyEvent event : Histories.of(seed)) {
      changes.addAll(folded.apply(event));
    }
    return changes;
  }
}
