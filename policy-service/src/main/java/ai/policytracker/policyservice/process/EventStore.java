package ai.policytracker.policyservice.process;

import ai.policytracker.event.Ids;
import ai.policytracker.event.Subject;
import ai.policytracker.policy.SubjectState;
import ai.policytracker.wire.ChangeCodec;
import ai.policytracker.wire.EventCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tables of the fold. Everything here runs in the caller's transaction, in few statements of
 * many rows: one insert a row would be twenty times slower, which is why Hibernate is not used.
 */
@ApplicationScoped
class EventStore {
  /** The locked rows and the database's clock under the lock. */
  record Locked(List<ShardRow> rows, Instant now) {}

  Uni<Locked> lock(SqlConnection tx, Collection<Integer> shards) {
    return tx.preparedQuery(
            """
            SELECT shard, next_offset, last_event_position, last_change_position, last_recorded_at
            FROM shard WHERE shard = ANY($1) ORDER BY shard FOR UPDATE""")
        .execute(Tuple.of(shards.toArray(Integer[]::new)))
        .map(rows -> Columns.list(rows, EventStore::shardRow))
        .flatMap(
            rows ->
                tx.query("SELECT clock_timestamp()")
                    .execute()
                    .map(now -> new Locked(rows, instant(now.iterator().next(), 0))));
  }

  Uni<ClaimBatch> withoutKnown(SqlConnection tx, ClaimBatch batch) {
    return tx.preparedQuery("SELECT event_id FROM policy_event WHERE event_id = ANY($1)")
        .execute(Tuple.of(batch.events().keySet().toArray(String[]::new)))
        .map(rows -> batch.without(Set.copyOf(Columns.list(rows, row -> row.getString(0)))));
  }

  Uni<List<SubjectState>> states(SqlConnection tx, Set<Subject> subjects) {
    return tx.preparedQuery("SELECT state::text FROM subject_state WHERE subject_id = ANY($1)")
        .execute(Tuple.of(subjects.stream().map(EventStore::subjectId).toArray(String[]::new)))
        .map(rows -> Columns.list(rows, row -> StateJson.read(row.getString(0))));
  }

  Uni<Map<String, Long>> versions(SqlConnection tx, Set<String> companies) {
    return tx.preparedQuery("SELECT company, version FROM company WHERE company = ANY($1)")
        .execute(Tuple.of(companies.toArray(String[]::new)))
        .map(
            rows ->
                Columns.list(rows, Function.identity()).stream()
                    .collect(Collectors.toMap(r -> r.getString(0), r -> r.getLong(1))));
  }

  Uni<Void> save(SqlConnection tx, BatchFold fold) {
    return appendEvents(tx, fold.appended())
        .chain(() -> saveStates(tx, fold.states()))
        .chain(() -> saveVersions(tx, fold.versions()))
        .chain(() -> appendChanges(tx, fold.appended()))
        .chain(() -> park(tx, fold.batch().parked()))
        .chain(() -> saveShards(tx, fold.batch().shards().values()));
  }

  private Uni<Void> appendEvents(SqlConnection tx, List<BatchFold.Appended> appended) {
    return write(
        tx,
        """
        INSERT INTO policy_event
          (shard, position, event_id, type, claim_id, company, recorded_at, payload)
        SELECT shard, position, event_id, type, claim_id, company, recorded_at, payload::json
        FROM unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[],
          $7::timestamptz[], $8::text[])
        AS row (shard, position, event_id, type, claim_id, company, recorded_at, payload)""",
        appended,
        rows ->
            Tuple.tuple()
                .addArrayOfInteger(Columns.ints(rows, a -> a.place().shard()))
                .addArrayOfLong(Columns.longs(rows, a -> a.place().lastEventPosition()))
                .addArrayOfString(Columns.texts(rows, a -> a.event().eventId()))
                .addArrayOfString(Columns.texts(rows, a -> a.event().type()))
                .addArrayOfString(Columns.texts(rows, a -> a.event().claimId()))
                .addArrayOfString(Columns.texts(rows, a -> a.event().subject().company()))
                .addArrayOfOffsetDateTime(Columns.times(rows, a -> a.place().lastRecordedAt()))
                .addArrayOfString(Columns.texts(rows, a -> utf8(EventCodec.encode(a.event())))));
  }

  private Uni<Void> appendChanges(SqlConnection tx, List<BatchFold.Appended> appended) {
    return write(
        tx,
        """
        INSERT INTO policy_change
          (shard, position, change_id, company, version, recorded_at, payload)
        SELECT shard, position, change_id, company, version, recorded_at, payload::json
        FROM unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::bigint[],
          $6::timestamptz[], $7::text[])
        AS row (shard, position, change_id, company, version, recorded_at, payload)""",
        appended,
        rows ->
            Tuple.tuple()
                .addArrayOfInteger(Columns.ints(rows, a -> a.place().shard()))
                .addArrayOfLong(Columns.longs(rows, a -> a.place().lastChangePosition()))
                .addArrayOfString(Columns.texts(rows, a -> a.change().changeId()))
                .addArrayOfString(Columns.texts(rows, a -> a.change().company()))
                .addArrayOfLong(Columns.longs(rows, a -> a.change().version()))
                .addArrayOfOffsetDateTime(Columns.times(rows, a -> a.place().lastRecordedAt()))
                .addArrayOfString(Columns.texts(rows, a -> utf8(ChangeCodec.encode(a.change())))));
  }

  private Uni<Void> saveStates(SqlConnection tx, List<SubjectState> states) {
    return write(
        tx,
        """
        INSERT INTO subject_state (subject_id, company, state)
        SELECT subject_id, company, state::json
        FROM unnest($1::text[], $2::text[], $3::text[]) AS row (subject_id, company, state)
        ON CONFLICT (subject_id) DO UPDATE SET state = excluded.state""",
        states,
        rows ->
            Tuple.tuple()
                .addArrayOfString(Columns.texts(rows, s -> subjectId(s.subject())))
                .addArrayOfString(Columns.texts(rows, s -> s.subject().company()))
                .addArrayOfString(Columns.texts(rows, s -> StateJson.text(s))));
  }

  private Uni<Void> saveVersions(SqlConnection tx, Map<String, Long> versions) {
    return write(
        tx,
        """
        INSERT INTO company (company, version)
        SELECT * FROM unnest($1::text[], $2::bigint[])
        ON CONFLICT (company) DO UPDATE SET version = excluded.version""",
        List.copyOf(versions.entrySet()),
        rows ->
            Tuple.tuple()
                .addArrayOfString(Columns.texts(rows, Map.Entry::getKey))
                .addArrayOfLong(Columns.longs(rows, Map.Entry::getValue)));
  }

  private Uni<Void> park(SqlConnection tx, List<ParkedRecord> parked) {
    if (parked.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(
            """
            INSERT INTO parked_record
              (topic, topic_partition, record_offset, record_key, record_value, headers, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING""")
        .executeBatch(parked.stream().map(EventStore::parkedTuple).toList())
        .replaceWithVoid();
  }

  private Uni<Void> saveShards(SqlConnection tx, Collection<ShardRow> shards) {
    return write(
        tx,
        """
        UPDATE shard SET next_offset = row.next_offset,
          last_event_position = row.last_event_position,
          last_change_position = row.last_change_position,
          last_recorded_at = row.last_recorded_at
        FROM unnest($1::int[], $2::bigint[], $3::bigint[], $4::bigint[], $5::timestamptz[])
          AS row (shard, next_offset, last_event_position, last_change_position, last_recorded_at)
        WHERE shard.shard = row.shard""",
        List.copyOf(shards),
        rows ->
            Tuple.tuple()
                .addArrayOfInteger(Columns.ints(rows, ShardRow::shard))
                .addArrayOfLong(Columns.longs(rows, ShardRow::nextOffset))
                .addArrayOfLong(Columns.longs(rows, ShardRow::lastEventPosition))
                .addArrayOfLong(Columns.longs(rows, ShardRow::lastChangePosition))
                .addArrayOfOffsetDateTime(Columns.times(rows, ShardRow::lastRecordedAt)));
  }

  private static <T> Uni<Void> write(
      SqlConnection tx, String sql, List<T> rows, Function<List<T>, Tuple> columns) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : tx.preparedQuery(sql).execute(columns.apply(rows)).replaceWithVoid();
  }

  private static Tuple parkedTuple(ParkedRecord r) {
    JsonObject headers = new JsonObject();
    r.headers().forEach(headers::put);
    return Tuple.tuple()
        .addString(r.topic())
        .addInteger(r.partition())
        .addLong(r.offset())
        .addBuffer(r.key() == null ? null : Buffer.buffer(r.key()))
        .addBuffer(r.value() == null ? null : Buffer.buffer(r.value()))
        .addJsonObject(headers)
        .addString(r.reason());
  }

  private static ShardRow shardRow(Row row) {
    return new ShardRow(
        row.getInteger(0), row.getLong(1), row.getLong(2), row.getLong(3), instant(row, 4));
  }

  private static Instant instant(Row row, int column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  /** The table's key of a subject. */
  static String subjectId(Subject subject) {
    return Ids.of("subject", StateJson.text(subject));
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
