package ai.policytracker.policyservice.process;

import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Subject;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.FoldedSubject;
import ai.policytracker.policy.SubjectState;
import ai.policytracker.shell.Shards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folds a batch into the loaded states; what is to be saved is read off it afterwards. */
final class BatchFold {
  /** An event with the place that it got in its shard, and the change that it made. */
  record Appended(PolicyEvent event, ShardRow place, Change change) {}

  private final ClaimBatch batch;
  private final Map<Subject, FoldedSubject> subjects = new HashMap<>();
  private final Map<String, Long> versions;
  private final List<Appended> appended = new ArrayList<>();

  /**
   * @param versions of the batch's companies; absent where a company is new
   * @param now the database's clock, read under the lock
   */
  BatchFold(ClaimBatch batch, List<SubjectState> states, Map<String, Long> versions, Instant now) {
    this.batch = batch;
    this.versions = new HashMap<>(versions);
    states.forEach(state -> subjects.put(state.subject(), new FoldedSubject(state)));
    batch.events().values().forEach(event -> append(event, now));
  }

  private void append(PolicyEvent event, Instant now) {
    Subject subject = event.subject();
    FoldedSubject folded = subjects.computeIfAbsent(subject, FoldedSubject::initial);
    FoldedSubject.Step step = folded.apply(event);
    subjects.put(subject, step.next());
    ShardRow place =
        batch.shards().compute(Shards.of(subject.company()), (s, row) -> row.advance(now));
    long version = versions.merge(subject.company(), 1L, Long::sum);
    Change change = Change.of(event, step, version, place.lastRecordedAt());
    appended.add(new Appended(event, place, change));
  }

  ClaimBatch batch() {
    return batch;
  }

  List<Appended> appended() {
    return appended;
  }

  List<SubjectState> states() {
    return subjects.values().stream().map(FoldedSubject::state).toList();
  }

  Map<String, Long> versions() {
    return versions;
  }
}
