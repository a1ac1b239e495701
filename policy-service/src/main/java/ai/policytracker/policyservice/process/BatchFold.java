package ai.policytracker.policyservice.process;

import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.DateReached;
import ai.policytracker.event.FoldUpgraded;
import ai.policytracker.event.IdentityEvent;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policy.Aliases;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.ClaimState;
import ai.policytracker.policy.Fold;
import ai.policytracker.policy.Subject;
import ai.policytracker.policy.SubjectFold;
import ai.policytracker.policyservice.relay.OutboxRow;
import ai.policytracker.wire.ChangeCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Folds an intake into what is loaded; what is to be saved is read off it afterwards. */
public final class BatchFold {
  /** An event with its place in its shard. */
  record Appended(PolicyEvent event, byte[] payload, ShardRow place) {}

  /**
   * A change with its place in its shard.
   *
   * @param payload as it is stored and published
   */
  record Told(Change change, ShardRow place, byte[] payload) {
    static Told of(Change change, ShardRow place) {
      return new Told(change, place, ChangeCodec.encode(change));
    }

    static Told of(Change change, ShardRow place, Intake.Received cause) {
      byte[] payload = ChangeCodec.encode(change, cause.event(), cause.payload());
      return new Told(change, place, payload);
    }

    OutboxRow outboxRow() {
      return new OutboxRow(
          place.shard(),
          place.lastChangePosition(),
          change.changeId(),
          change.company(),
          change.recordedAt(),
          payload);
    }
  }

  private final Locked locked;
  private final Intake intake;
  private final Fold fold;
  private final Map<String, Map<Subject, SubjectFold>> companies;
  private final List<Appended> appended = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private final ReviewItems reviews = new ReviewItems();
  private final Map<String, String> companyByClaim = new LinkedHashMap<>();
  private final Set<String> movedClaims = new HashSet<>();

  /**
   * @param companies the folded subjects of each company that is touched
   */
  BatchFold(
      Locked locked, Intake intake, Fold fold, Map<String, Map<Subject, SubjectFold>> companies) {
    this.locked = locked;
    this.intake = intake;
    this.fold = fold;
    this.companies = companies;
    companies.values().forEach(subjects -> subjects.forEach(fold::load));
    intake.events().values().forEach(this::append);
    fold.subjects()
        .forEach(
            (subject, of) ->
                companies
                    .computeIfAbsent(subject.company(), c -> new LinkedHashMap<>())
                    .put(subject, of));
  }

  private void append(Intake.Received received) {
    PolicyEvent event = received.event();
    if (event instanceof DateReached date && !fold.reaches(date)) {
      return;
    }
    Instant recordedAt = locked.nextRecordedAt();
    appended.add(
        new Appended(event, received.payload(), locked.placeEvent(event.company(), recordedAt)));
    for (Change change : fold.apply(event, recordedAt)) {
      told.add(Told.of(change, locked.placeChange(change.company(), recordedAt), received));
      if (change.subject() != null) {
        reviews.follow(change, fold.subjects().get(change.subject()));
      }
    }
    switch (event) {
      case ClaimEvent e -> companyByClaim.put(e.claimId(), e.company());
      case IdentityEvent e -> fold.claims().keySet().forEach(movedClaims::add);
      case DateReached e -> {}
      case FoldUpgraded e -> {}
    }
  }

  Locked locked() {
    return locked;
  }

  Intake intake() {
    return intake;
  }

  Fold fold() {
    return fold;
  }

  List<Appended> appended() {
    return appended;
  }

  List<Told> told() {
    return told;
  }

  /** What the events changed, in the order in which it is told. */
  public List<Change> changes() {
    return told.stream().map(Told::change).toList();
  }

  public List<PolicyEvent> events() {
    return appended.stream().map(Appended::event).toList();
  }

  /** Known time of the last event; null where none was appended. */
  public Instant recordedAt() {
    return appended.isEmpty() ? null : appended.getLast().place().lastRecordedAt();
  }

  /** As it is after the events. */
  public ClaimState claim(String claimId) {
    return fold.claims().get(claimId);
  }

  /** As they are after the events. */
  public Aliases aliases() {
    return fold.aliases();
  }

  /** None where the events moved none. */
  Aliases movedAliases() {
    return fold.aliases() == locked.aliases() ? Aliases.NONE : fold.aliases();
  }

  ReviewItems reviews() {
    return reviews;
  }

  /** Claims whose rows have changed. */
  List<ClaimRow> claims() {
    Collection<String> ids =
        movedClaims.isEmpty() ? companyByClaim.keySet() : fold.claims().keySet();
    return ids.stream()
        .map(id -> ClaimRow.of(claim(id), companyByClaim.get(id), fold.aliases()))
        .toList();
  }

  Map<String, Map<Subject, SubjectFold>> companies() {
    return companies;
  }
}
