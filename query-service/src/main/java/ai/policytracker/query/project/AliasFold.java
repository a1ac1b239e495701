package ai.policytracker.query.project;

import ai.policytracker.policy.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds a batch's changes of identity into rows to close and rows to add. */
final class AliasFold {
  private final Map<String, Closed<String>> closedStored = new LinkedHashMap<>();
  private final List<AliasVersion> passed = new ArrayList<>();
  private final Map<String, AliasVersion> open = new LinkedHashMap<>();

  void apply(Change change) {
    if (change.subject() != null) {
      return;
    }
    String company = change.company();
    AliasVersion ofThisBatch = open.remove(company);
    if (ofThisBatch != null) {
      passed.add(ofThisBatch.closedAt(change.recordedAt()));
    }
    closedStored.putIfAbsent(company, new Closed<>(company, change.recordedAt()));
    if (change.mergedInto() != null) {
      open.put(company, new AliasVersion(company, change.mergedInto(), change.recordedAt(), null));
    }
  }

  /** What is to be closed may not be there: the company may have been its own. */
  Rows<String, AliasVersion> rows() {
    List<AliasVersion> added = new ArrayList<>(passed);
    added.addAll(open.values());
    return new Rows<>(List.copyOf(closedStored.values()), added);
  }
}
