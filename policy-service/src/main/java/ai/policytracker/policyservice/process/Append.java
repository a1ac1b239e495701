package ai.policytracker.policyservice.process;

import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Fold;
import ai.policytracker.policy.Subject;
import ai.policytracker.policy.SubjectFold;
import ai.policytracker.policyservice.relay.ChangeRelay;
import ai.policytracker.policyservice.relay.DeadLetterRelay;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The one way into the event store: appended events, folded claims, the changes to be published and
 * whatever the intake moved, all in one transaction under the shards' locks.
 */
@ApplicationScoped
public class Append {
  private static final Logger LOG = Logger.getLogger(Append.class);

  private final Pool pool;
  private final EventStore store;
  private final CompanyCache cache;
  private final ChangeRelay changes;
  private final DeadLetterRelay deadLetters;
  private final MeterRegistry metrics;

  Append(
      Pool pool,
      EventStore store,
      CompanyCache cache,
      ChangeRelay changes,
      DeadLetterRelay deadLetters,
      MeterRegistry metrics) {
    this.pool = pool;
    this.store = store;
    this.cache = cache;
    this.changes = changes;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  /**
   * @param shards the least that the intake needs; more are locked where its events touch more
   * @param intake what to append, asked for under the locks, perhaps more than once
   */
  public Uni<BatchFold> run(
      Collection<Integer> shards, BiFunction<SqlConnection, Locked, Uni<Intake>> intake) {
    return pool.withTransaction(tx -> append(tx, shards, intake))
        .invoke(this::keep)
        .invoke(this::tell)
        .onFailure(Locked.MoreShardsNeeded.class)
        .recoverWithUni(e -> run(e.shards(), intake));
  }

  private Uni<BatchFold> append(
      SqlConnection tx,
      Collection<Integer> shards,
      BiFunction<SqlConnection, Locked, Uni<Intake>> intake) {
    return store
        .lock(tx, shards)
        .flatMap(
            locked ->
                intake
                    .apply(tx, locked)
                    .flatMap(all -> withoutKnown(tx, all))
                    .flatMap(fresh -> fold(tx, locked, fresh)))
        .call(fold -> Write.run(tx, FoldWriter.save(fold)));
  }

  private Uni<Intake> withoutKnown(SqlConnection tx, Intake intake) {
    return intake.events().isEmpty()
        ? Uni.createFrom().item(intake)
        : store.known(tx, intake.events().keySet()).map(intake::without);
  }

  private Uni<BatchFold> fold(SqlConnection tx, Locked locked, Intake intake) {
    Fold fold = new Fold(locked.aliases());
    return loadClaims(tx, fold, intake.inOrder(), intake.claimIds())
        .flatMap(
            loaded -> {
              Set<Subject> touched = fold.touchedBy(intake.inOrder());
              return loadSubjects(tx, locked, fold, touched, companies(fold, intake, touched));
            })
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(companies -> new BatchFold(locked, intake, fold, companies));
  }

  private Uni<Void> loadClaims(
      SqlConnection tx, Fold fold, List<PolicyEvent> events, Set<String> claimIds) {
    Set<String> moved = fold.movedBy(events);
    Uni<Void> byId =
        claimIds.isEmpty()
            ? Uni.createFrom().voidItem()
            : store.claims(tx, claimIds).invoke(c -> c.forEach(fold::load)).replaceWithVoid();
    return moved.isEmpty()
        ? byId
        : byId.chain(() -> store.claimsNaming(tx, moved))
            .invoke(c -> c.forEach(fold::load))
            .replaceWithVoid();
  }

  private static Set<String> companies(Fold fold, Intake intake, Set<Subject> touched) {
    Set<String> companies = new TreeSet<>(fold.movedBy(intake.inOrder()));
    touched.forEach(subject -> companies.add(subject.company()));
    intake.inOrder().forEach(event -> companies.add(event.company()));
    return companies;
  }

  private Uni<Map<String, Map<Subject, SubjectFold>>> loadSubjects(
      SqlConnection tx, Locked locked, Fold fold, Set<Subject> touched, Set<String> companies) {
    locked.require(companies);
    Map<String, Map<Subject, SubjectFold>> loaded = new HashMap<>();
    return store
        .versions(tx, companies)
        .flatMap(
            versions -> {
              Set<Subject> missing = new HashSet<>();
              for (String company : companies) {
                long version = versions.getOrDefault(company, 0L);
                fold.load(company, version);
                loaded.put(company, cache.take(company, version, locked.generation()));
              }
              touched.stream()
                  .filter(s -> versions.containsKey(s.company()))
                  .filter(s -> !loaded.get(s.company()).containsKey(s))
                  .forEach(missing::add);
              return store
                  .entries(tx, missing.stream().map(Subject::key).collect(Collectors.toSet()))
                  .invoke(
                      entries ->
                          missing.forEach(
                              s ->
                                  loaded
                                      .get(s.company())
                                      .put(
                                          s,
                                          SubjectFold.of(
                                              entries.getOrDefault(s.key(), List.of())))));
            })
        .replaceWith(loaded);
  }

  private void keep(BatchFold fold) {
    fold.companies()
        .forEach(
            (company, subjects) ->
                cache.put(
                    company,
                    fold.fold().versions().getOrDefault(company, 0L),
                    fold.locked().generation(),
                    subjects));
  }

  private void tell(BatchFold fold) {
    fold.changes().stream()
        .collect(Collectors.groupingBy(c -> c.type(), Collectors.counting()))
        .forEach(this::count);
    int parked = fold.intake().parked().size();
    metrics.counter("tracker.policy.parked").increment(parked);
    for (ParkedRecord record : fold.intake().parked()) {
      LOG.errorf(
          "parked topic=%s partition=%d offset=%d reason=%s",
          record.topic(), record.partition(), record.offset(), record.reason());
    }
    if (!fold.appended().isEmpty()) {
      LOG.infof("appended events=%d parked=%d", fold.appended().size(), parked);
      changes.committed(fold.told().stream().map(BatchFold.Told::outboxRow).toList());
    }
    if (parked > 0) {
      deadLetters.wake();
    }
  }

  private void count(ChangeType type, long changes) {
    metrics.counter("tracker.policy.changes", "type", type.name()).increment(changes);
  }
}
