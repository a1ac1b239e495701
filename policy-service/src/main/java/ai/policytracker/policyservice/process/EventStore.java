package ai.policytracker.policyservice.process;

import ai.policytracker.policy.Aliases;
import ai.policytracker.policy.ClaimEntry;
import ai.policytracker.policy.ClaimState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what a transaction needs of the fold. Everything here runs in the caller's transaction, in
 * few statements of many rows: one statement a row would be twenty times slower, which is why
 * Hibernate is not used.
 */
@ApplicationScoped
public class EventStore {

  /** Waits for the shards' rows, in ascending order; the rest is read under their locks. */
  Uni<Locked> lock(SqlConnection tx, Collection<Integer> shards) {
    Uni<List<ShardRow>> rows =
        tx.preparedQuery(
                """
                SELECT shard, next_offset, last_event_position, last_change_position,
                  last_recorded_at
                FROM shard WHERE shard = ANY($1) ORDER BY shard FOR UPDATE""")
            .execute(Tuple.of(shards.toArray(Integer[]::new)))
            .map(all -> Columns.list(all, EventStore::shardRow));
    Uni<Row> now =
        tx.preparedQuery("SELECT clock_timestamp(), generation FROM fold")
            .execute()
            .map(one -> one.iterator().next());
    return Uni.combine()
        .all()
        .unis(rows, now, aliases(tx))
        .with((r, n, aliases) -> new Locked(r, aliases, n.getLong(1), instant(n, 0)));
  }

  private static Uni<Aliases> aliases(SqlConnection tx) {
    return tx.preparedQuery("SELECT company, revision, merged_into FROM company_alias")
        .execute()
        .map(
            rows -> {
              SortedMap<String, Aliases.Alias> decisions = new TreeMap<>();
              rows.forEach(
                  r ->
                      decisions.put(
                          r.getString(0), new Aliases.Alias(r.getInteger(1), r.getString(2))));
              return new Aliases(decisions);
            });
  }

  Uni<Set<String>> known(SqlConnection tx, Set<String> eventIds) {
    return tx.preparedQuery("SELECT event_id FROM policy_event WHERE event_id = ANY($1)")
        .execute(Tuple.of(eventIds.toArray(String[]::new)))
        .map(rows -> Set.copyOf(Columns.list(rows, row -> row.getString(0))));
  }

  /** Those of the claims of which something is known, with their readings. */
  public Uni<List<ClaimState>> claims(SqlConnection tx, Collection<String> claimIds) {
    return claims(tx, "s.claim_id = ANY($1)", claimIds);
  }

  /** All claims that name one of the companies. */
  public Uni<List<ClaimState>> claimsNaming(SqlConnection tx, Collection<String> companies) {
    return claims(tx, "s.company = ANY($1)", companies);
  }

  private static Uni<List<ClaimState>> claims(
      SqlConnection tx, String condition, Collection<String> values) {
    return tx.preparedQuery(
            """
            SELECT s.claim_id, s.rulings::text, e.payload::text
            FROM claim_state s LEFT JOIN policy_event e ON e.event_id = s.reading
            WHERE\s"""
                + condition)
        .execute(Tuple.of(values.toArray(String[]::new)))
        .map(
            rows ->
                Columns.list(
                    rows, r -> ClaimRow.state(r.getString(0), r.getString(2), r.getString(1))));
  }

  /** The claims that hold in each of the subjects, by the subject's key. */
  Uni<Map<String, List<ClaimEntry>>> entries(SqlConnection tx, Collection<String> subjectKeys) {
    if (subjectKeys.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return tx.preparedQuery("SELECT subject, entry::text FROM claim_state WHERE subject = ANY($1)")
        .execute(Tuple.of(subjectKeys.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, List<ClaimEntry>> entries = new HashMap<>();
              rows.forEach(
                  r ->
                      entries
                          .computeIfAbsent(r.getString(0), s -> new ArrayList<>())
                          .add(ClaimRow.entry(r.getString(1))));
              return entries;
            });
  }

  Uni<Map<String, Long>> versions(SqlConnection tx, Collection<String> companies) {
    return tx.preparedQuery("SELECT company, version FROM company WHERE company = ANY($1)")
        .execute(Tuple.of(companies.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, Long> versions = new HashMap<>();
              rows.forEach(r -> versions.put(r.getString(0), r.getLong(1)));
              return versions;
            });
  }

  private static ShardRow shardRow(Row row) {
    return new ShardRow(
        row.getInteger(0), row.getLong(1), row.getLong(2), row.getLong(3), instant(row, 4));
  }

  private static Instant instant(Row row, int column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}
