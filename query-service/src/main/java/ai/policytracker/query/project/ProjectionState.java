package ai.policytracker.query.project;

import ai.policytracker.event.Claim;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.ChangeType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Locks and reads what a batch touches, in a transaction that is open already. */
final class ProjectionState {
  /** The rows of a model that was replaced while the lock was waited for are not found. */
  private static final String LOCK_SHARDS =
      """
      SELECT shard, next_offset FROM shard WHERE shard = ANY($1) AND NOT retired
      ORDER BY shard FOR UPDATE""";

  private static final String COMPANIES =
      """
      SELECT company, version, last_seq, last_type, last_recorded_at, last_valid_from, halted_reason
      FROM company WHERE company = ANY($1)""";

  private static final String CLAIMS =
      """
      SELECT claim_id, company, technology, activity, audience, target, content_id, announcement,
        known_from
      FROM claim_version
      WHERE claim_id = ANY($1) AND company = ANY($2) AND known_to = 'infinity'""";

  private static final String SEQS =
      """
      SELECT s.change_id, s.seq, l.seq IS NOT NULL AS logged
      FROM change_seq s LEFT JOIN change_log l ON l.seq = s.seq
      WHERE s.change_id = ANY($1)""";

  /** The copied change_seq of a rebuild is ahead of the new feed: what is new comes after it. */
  private static final String LOCK_FEED =
      """
      SELECT greatest(seq, coalesce((SELECT max(seq) FROM change_seq), 0)) AS seq
      FROM feed FOR UPDATE""";

  private final SqlConnection connection;

  ProjectionState(SqlConnection connection) {
    this.connection = connection;
  }

  Uni<Stored> readFor(List<Received> batch) {
    Integer[] shards =
        batch.stream().map(r -> r.record().partition()).distinct().toArray(Integer[]::new);
    List<Change> changes =
        batch.stream()
            .flatMap(
                r -> r instanceof Received.Readable read ? Stream.of(read.change()) : Stream.of())
            .toList();
    String[] companies =
        batch.stream()
            .map(r -> r.record().key())
            .filter(Claim::isCompanyId)
            .distinct()
            .toArray(String[]::new);
    String[] claims =
        changes.stream().flatMap(ClaimFold::claimsOf).distinct().toArray(String[]::new);
    String[] changeIds = changes.stream().map(Change::changeId).toArray(String[]::new);
    return execute(LOCK_SHARDS, Tuple.of(shards))
        .map(rows -> byKey(rows, r -> r.getInteger("shard"), r -> r.getLong("next_offset")))
        .invoke(offsets -> requireAll(offsets, shards))
        .flatMap(offsets -> readFor(offsets, companies, claims, changeIds));
  }

  private Uni<Stored> readFor(
      Map<Integer, Long> offsets, String[] companies, String[] claims, String[] changeIds) {
    return Uni.combine()
        .all()
        .unis(
            execute(COMPANIES, Tuple.of(companies)),
            execute(CLAIMS, Tuple.of(claims, companies)),
            execute(SEQS, Tuple.of(changeIds)),
            execute(LOCK_FEED, Tuple.tuple()))
        .asTuple()
        .map(
            rows ->
                new Stored(
                    offsets,
                    byKey(rows.getItem1(), r -> r.getString("company"), ProjectionState::company),
                    byKey(rows.getItem2(), r -> claim(r).key(), ProjectionState::claim),
                    byKey(rows.getItem3(), r -> r.getString("change_id"), r -> r.getLong("seq")),
                    logged(rows.getItem3()),
                    rows.getItem4().iterator().next().getLong("seq")));
  }

  private static void requireAll(Map<Integer, Long> offsets, Integer[] shards) {
    if (offsets.size() != shards.length) {
      throw new ReadModelReplacedException();
    }
  }

  private static Set<String> logged(RowSet<Row> seqs) {
    Set<String> logged = new HashSet<>();
    seqs.forEach(
        row -> {
          if (row.getBoolean("logged")) {
            logged.add(row.getString("change_id"));
          }
        });
    return logged;
  }

  private static CompanyProgress company(Row row) {
    String type = row.getString("last_type");
    return new CompanyProgress(
        row.getString("company"),
        row.getLong("version"),
        row.getLong("last_seq"),
        type == null ? null : ChangeType.valueOf(type),
        type == null ? null : row.getOffsetDateTime("last_recorded_at").toInstant(),
        row.getLocalDate("last_valid_from"),
        row.getString("halted_reason"));
  }

  private static ClaimVersion claim(Row row) {
    return new ClaimVersion(
        new ClaimKey(SubjectColumns.read(row), row.getString("claim_id")),
        row.getString("content_id"),
        row.getString("announcement"),
        row.getOffsetDateTime("known_from").toInstant(),
        null);
  }

  private static <K, V> Map<K, V> byKey(
      RowSet<Row> rows, Function<Row, K> key, Function<Row, V> value) {
    Map<K, V> map = new HashMap<>();
    rows.forEach(row -> map.put(key.apply(row), value.apply(row)));
    return map;
  }

  private Uni<RowSet<Row>> execute(String sql, Tuple parameters) {
    return connection.preparedQuery(sql).execute(parameters);
  }
}
