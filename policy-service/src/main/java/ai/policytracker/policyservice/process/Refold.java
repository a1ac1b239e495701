package ai.policytracker.policyservice.process;

import ai.policytracker.event.FoldUpgraded;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.Fold;
import ai.policytracker.policy.Published;
import ai.policytracker.wire.ChangeCodec;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.Topics;
import ai.policytracker.wire.UnreadableEventException;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything folded anew from the event store, beside what is stored: in memory, in one transaction
 * that holds all shards. Blocks; not for an event loop.
 */
public final class Refold {
  private static final int PAGE = 5_000;

  private final SqlConnection tx;
  private final EventStore store;
  private final Consumer<String> progress;
  private Locked locked;
  private Fold fold;
  private Published published;
  private final Map<String, ClaimRow> claims = new HashMap<>();

  /**
   * @param progress told in words, now and then
   */
  public Refold(SqlConnection tx, EventStore store, Consumer<String> progress) {
    this.tx = tx;
    this.store = store;
    this.progress = progress;
  }

  /**
   * @return what differs, one line each; empty where all is as it should be
   */
  public List<String> compare() {
    locked =
        store.lock(tx, IntStream.range(0, Topics.SHARDS).boxed().toList()).await().indefinitely();
    fold = Fold.replay(events());
    published = published();
    fold.claims()
        .forEach(
            (id, claim) ->
                claims.put(id, ClaimRow.of(claim, claimCompanies.get(id), fold.aliases())));
    List<String> differences = new ArrayList<>();
    compareClaims(differences);
    if (!fold.aliases().decisions().equals(locked.aliases().decisions())) {
      differences.add(
          "company_alias: is %s, should be %s"
              .formatted(locked.aliases().decisions(), fold.aliases().decisions()));
    }
    compareVersions(differences);
    for (Published.Correction c : published.corrections(fold)) {
      differences.add(
          "positions of %s: %d segments told that do not hold, %d that hold not told, %d claims"
                  .formatted(
                      c.subject().key(),
                      c.difference().before().size(),
                      c.difference().after().size(),
                      c.difference().announcementOf().size())
              + " elsewhere");
    }
    return differences;
  }

  private final Map<String, String> claimCompanies = new HashMap<>();

  private List<PolicyEvent> events() {
    List<PolicyEvent> events = new ArrayList<>();
    for (int shard = 0; shard < Topics.SHARDS; shard++) {
      long position = 0;
      RowSet<Row> page;
      do {
        page =
            query(
                """
                SELECT position, payload::text FROM policy_event
                WHERE shard = $1 AND position > $2 ORDER BY position LIMIT $3""",
                Tuple.of(shard, position, PAGE));
        for (Row row : page) {
          PolicyEvent event = ClaimRow.event(row.getString(1));
          claimCompanies.putIfAbsent(event.about(), event.company());
          events.add(event);
          position = row.getLong(0);
        }
        progress.accept("read %,d events".formatted(events.size()));
      } while (page.size() == PAGE);
    }
    return events;
  }

  private Published published() {
    Published told = new Published();
    int changes = 0;
    for (int shard = 0; shard < Topics.SHARDS; shard++) {
      long position = 0;
      RowSet<Row> page;
      do {
        page =
            query(
                """
                SELECT position, payload::text FROM policy_change
                WHERE shard = $1 AND position > $2 ORDER BY position LIMIT $3""",
                Tuple.of(shard, position, PAGE));
        for (Row row : page) {
          told.apply(change(row.getString(1)));
          position = row.getLong(0);
        }
        changes += page.size();
        progress.accept("read %,d changes".formatted(changes));
      } while (page.size() == PAGE);
    }
    return told;
  }

  private void compareClaims(List<String> differences) {
    Map<String, ClaimRow> rest = new TreeMap<>(claims);
    String after = "";
    RowSet<Row> page;
    do {
      page =
          query(
              """
              SELECT claim_id, company, subject, entry::text, reading, rulings::text
              FROM claim_state WHERE claim_id > $1 ORDER BY claim_id LIMIT $2""",
              Tuple.of(after, PAGE));
      for (Row row : page) {
        after = row.getString(0);
        ClaimRow is =
            new ClaimRow(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5));
        ClaimRow should = rest.remove(is.claimId());
        if (!is.equals(should)) {
          differences.add("claim_state: is %s, should be %s".formatted(is, should));
        }
      }
    } while (page.size() == PAGE);
    rest.values().forEach(should -> differences.add("claim_state: lacks " + should));
  }

  private void compareVersions(List<String> differences) {
    Map<String, Long> stored = new TreeMap<>();
    query("SELECT company, version FROM company", Tuple.tuple())
        .forEach(row -> stored.put(row.getString(0), row.getLong(1)));
    if (!stored.equals(published.versions())) {
      differences.add(
          "company: versions are %s, told were %s".formatted(stored, published.versions()));
    }
  }

  /** Stores the fold instead of what is there, and tells readers what differs, known from now. */
  public void apply() {
    progress.accept("replacing %,d claims".formatted(claims.size()));
    query("DELETE FROM claim_state", Tuple.tuple());
    query("DELETE FROM company_alias", Tuple.tuple());
    List<ClaimRow> rows = List.copyOf(claims.values());
    for (int i = 0; i < rows.size(); i += PAGE) {
      write(FoldWriter.saveClaims(rows.subList(i, Math.min(rows.size(), i + PAGE))));
    }
    write(FoldWriter.saveAliases(fold.aliases()));
    List<Published.Correction> corrections = published.corrections(fold);
    tell(corrections);
    query("UPDATE fold SET version = $1, generation = generation + 1", Tuple.of(Fold.VERSION));
    progress.accept("told %,d corrections".formatted(corrections.size()));
  }

  private void tell(List<Published.Correction> corrections) {
    Map<String, Long> versions = new TreeMap<>(published.versions());
    Map<String, FoldUpgraded> events = new TreeMap<>();
    List<BatchFold.Appended> appended = new ArrayList<>();
    List<BatchFold.Told> told = new ArrayList<>();
    ReviewItems reviews = new ReviewItems();
    Instant recordedAt = locked.nextRecordedAt();
    for (Published.Correction correction : corrections) {
      String company = correction.subject().company();
      FoldUpgraded event =
          events.computeIfAbsent(company, c -> append(c, versions, recordedAt, appended));
      Change change =
          Change.corrected(event, correction, versions.merge(company, 1L, Long::sum), recordedAt);
      told.add(BatchFold.Told.of(change, locked.placeChange(company, recordedAt)));
      if (fold.subjects().containsKey(correction.subject())) {
        reviews.follow(change, fold.subjects().get(correction.subject()));
      }
    }
    write(FoldWriter.appendEvents(appended));
    write(FoldWriter.saveVersions(versions));
    write(FoldWriter.appendChanges(told));
    write(DueDates.save(told.stream().map(BatchFold.Told::change).toList()));
    write(FoldWriter.saveReviews(reviews));
    write(FoldWriter.saveShards(locked.rows()));
  }

  /** Named after the version that it begins at, so that no two of a company are the same. */
  private FoldUpgraded append(
      String company,
      Map<String, Long> versions,
      Instant recordedAt,
      List<BatchFold.Appended> appended) {
    int sequence = Math.toIntExact(versions.getOrDefault(company, 0L) + 1);
    FoldUpgraded event =
        (FoldUpgraded)
            EventCodec.withEventId(
                new FoldUpgraded("-", company, Fold.VERSION, sequence, Instant.now()));
    byte[] payload = EventCodec.encode(event);
    appended.add(new BatchFold.Appended(event, payload, locked.placeEvent(company, recordedAt)));
    return event;
  }

  private RowSet<Row> query(String sql, Tuple parameters) {
    return tx.preparedQuery(sql).execute(parameters).await().indefinitely();
  }

  private void write(Stream<Write> writes) {
    Write.run(tx, writes).await().indefinitely();
  }

  private static Change change(String payload) {
    try {
      return ChangeCodec.decode(payload.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableEventException e) {
      throw new IllegalStateException("a stored change is unreadable", e);
    }
  }
}
