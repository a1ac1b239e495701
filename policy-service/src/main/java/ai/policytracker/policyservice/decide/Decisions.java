package ai.policytracker.policyservice.decide;

import ai.policytracker.event.Correction;
import ai.policytracker.event.Decision;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Verdict;
import ai.policytracker.policy.Aliases;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.ClaimState;
import ai.policytracker.policyservice.process.Append;
import ai.policytracker.policyservice.process.EventStore;
import ai.policytracker.policyservice.process.Intake;
import ai.policytracker.shell.Shards;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.Topics;
import ai.policytracker.wire.UnreadableEventException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Commands of analysts: each looks at the state under its locks, and becomes events or nothing. */
@ApplicationScoped
class Decisions {
  private static final List<Integer> ALL_SHARDS =
      IntStream.range(0, Topics.SHARDS).boxed().toList();

  private final Append append;
  private final EventStore store;
  private final Pool pool;

  Decisions(Append append, EventStore store, Pool pool) {
    this.append = append;
    this.store = store;
    this.pool = pool;
  }

  /**
   * @param revision of what was decided on, as it is now
   */
  record Decided(String eventId, Instant recordedAt, Revision revision, List<Change> changes) {}

  Uni<Decided> retract(String claimId, String ifMatch, Decision decision) {
    return onClaim(claimId, ifMatch, claim -> decider(decision).retract(claim));
  }

  Uni<Decided> correct(String claimId, String ifMatch, Correction changes, Decision decision) {
    return onClaim(claimId, ifMatch, claim -> decider(decision).correct(claim, changes));
  }

  Uni<Decided> review(String claimId, String ifMatch, Verdict verdict, Decision decision) {
    return onClaim(claimId, ifMatch, claim -> decider(decision).review(claim, verdict));
  }

  Uni<Decided> merge(String company, String into, String ifMatch, Decision decision) {
    return onCompany(
        company,
        ifMatch,
        (tx, aliases) ->
            requireKnown(tx, into).map(x -> decider(decision).merge(aliases, company, into)));
  }

  Uni<Decided> unmerge(String company, String ifMatch, Decision decision) {
    return onCompany(
        company,
        ifMatch,
        (tx, aliases) -> Uni.createFrom().item(() -> decider(decision).unmerge(aliases, company)));
  }

  /** Retracts every claim of the article that holds. */
  Uni<List<Change>> retractArticle(String articleId, Decision decision) {
    requireId("article", articleId);
    return append
        .run(
            ALL_SHARDS,
            (tx, locked) ->
                tx.preparedQuery(
                        "SELECT claim_id FROM claim_state WHERE entry ->> 'articleId' = $1")
                    .execute(Tuple.of(articleId))
                    .flatMap(rows -> store.claims(tx, texts(rows)))
                    .map(
                        claims -> {
                          if (claims.isEmpty()) {
                            throw RefusedException.notFound(
                                "no claim that holds is of the article " + articleId);
                          }
                          return Intake.of(
                              claims.stream()
                                  .map(c -> checked(decider(decision).retract(c)))
                                  .toList());
                        }))
        .map(fold -> fold.changes());
  }

  /** What is known of a claim now. */
  Uni<ClaimState> claim(String claimId) {
    return pool.withConnection(connection -> find(connection, claimId));
  }

  private Uni<Decided> onClaim(
      String claimId, String ifMatch, java.util.function.Function<ClaimState, PolicyEvent> decide) {
    return claim(claimId)
        .flatMap(
            seen ->
                append.run(
                    List.of(Shards.of(seen.reading().company())),
                    (tx, locked) ->
                        find(tx, claimId)
                            .map(
                                claim -> {
                                  Revision.of(claim).require(ifMatch);
                                  return Intake.of(List.of(checked(decide.apply(claim))));
                                })))
        .map(
            fold ->
                decided(
                    fold.events(),
                    fold.changes(),
                    fold.recordedAt(),
                    Revision.of(fold.claim(claimId))));
  }

  /** A merge moves companies of any shard: it locks all. */
  private Uni<Decided> onCompany(
      String company,
      String ifMatch,
      BiFunction<SqlConnection, Aliases, Uni<? extends PolicyEvent>> decide) {
    return append
        .run(
            ALL_SHARDS,
            (tx, locked) ->
                requireKnown(tx, company)
                    .invoke(x -> Revision.of(locked.aliases(), company).require(ifMatch))
                    .flatMap(x -> decide.apply(tx, locked.aliases()))
                    .map(event -> Intake.of(List.of(checked(event)))))
        .map(
            fold ->
                decided(
                    fold.events(),
                    fold.changes(),
                    fold.recordedAt(),
                    Revision.of(fold.aliases(), company)));
  }

  private static Decided decided(
      List<PolicyEvent> events, List<Change> changes, Instant recordedAt, Revision revision) {
    return new Decided(events.getFirst().eventId(), recordedAt, revision, changes);
  }

  /** PostgreSQL's text holds no NUL character. */
  private static void requireId(String what, String id) {
    if (id.indexOf('\0') >= 0) {
      throw RefusedException.notFound("no %s is known as %s".formatted(what, id));
    }
  }

  private Uni<ClaimState> find(SqlConnection connection, String claimId) {
    requireId("claim", claimId);
    return store
        .claims(connection, List.of(claimId))
        .map(
            found ->
                found.stream()
                    .filter(claim -> claim.reading() != null)
                    .findFirst()
                    .orElseThrow(
                        () -> RefusedException.notFound("no claim is known as " + claimId)));
  }

  private static Uni<Void> requireKnown(SqlConnection tx, String company) {
    requireId("company", company);
    return tx.preparedQuery("SELECT FROM company WHERE company = $1")
        .execute(Tuple.of(company))
        .invoke(
            rows -> {
              if (rows.size() == 0) {
                throw RefusedException.notFound("no company is known as " + company);
              }
            })
        .replaceWithVoid();
  }

  private static Decider decider(Decision decision) {
    return new Decider(decision, Instant.now());
  }

  /** What could not be read again must not be stored. */
  private static PolicyEvent checked(PolicyEvent event) {
    try {
      return EventCodec.decode(EventCodec.encode(event));
    } catch (UnreadableEventException e) {
      throw RefusedException.invalid("", e.getMessage());
    }
  }

  private static List<String> texts(RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
    List<String> texts = new ArrayList<>(rows.size());
    rows.forEach(row -> texts.add(row.getString(0)));
    return texts;
  }
}
