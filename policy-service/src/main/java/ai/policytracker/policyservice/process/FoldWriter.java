package ai.policytracker.policyservice.process;

import ai.policytracker.policy.Aliases;
import ai.policytracker.wire.ChangeCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Saves a folded batch, one statement for each table, in the caller's transaction. */
final class FoldWriter {
  private FoldWriter() {}

  static Uni<Void> save(SqlConnection tx, BatchFold fold) {
    return appendEvents(tx, fold.appended())
        .chain(() -> saveClaims(tx, fold.claims()))
        .chain(() -> saveVersions(tx, fold.fold().versions()))
        .chain(() -> saveAliases(tx, fold.movedAliases()))
        .chain(() -> appendChanges(tx, fold.told()))
        .chain(() -> DueDates.save(tx, fold.changes()))
        .chain(() -> saveReviews(tx, fold.reviews()))
        .chain(() -> park(tx, fold.intake().parked()))
        .chain(() -> saveShards(tx, fold.locked().rows()));
  }

  static Uni<Void> appendEvents(SqlConnection tx, List<BatchFold.Appended> appended) {
    return write(
        tx,
        """
        INSERT INTO policy_event
          (shard, position, event_id, type, about, company, recorded_at, payload)
        SELECT shard, position, event_id, type, about, company, recorded_at, convert_from(payload, 'UTF8')::json
        FROM unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[],
          $7::timestamptz[], $8::bytea[])
        AS row (shard, position, event_id, type, about, company, recorded_at, payload)""",
        appended,
        rows ->
            Tuple.tuple()
                .addArrayOfInteger(Columns.ints(rows, a -> a.place().shard()))
                .addArrayOfLong(Columns.longs(rows, a -> a.place().lastEventPosition()))
                .addArrayOfString(Columns.texts(rows, a -> a.event().eventId()))
                .addArrayOfString(Columns.texts(rows, a -> a.event().type()))
                .addArrayOfString(Columns.texts(rows, a -> a.event().about()))
                .addArrayOfString(Columns.texts(rows, a -> a.event().company()))
                .addArrayOfOffsetDateTime(Columns.times(rows, a -> a.place().lastRecordedAt()))
                .addValue(Columns.bytes(rows, BatchFold.Appended::payload)));
  }

  static Uni<Void> appendChanges(SqlConnection tx, List<BatchFold.Told> told) {
    return write(
        tx,
        """
        INSERT INTO policy_change
          (shard, position, change_id, company, version, recorded_at, payload)
        SELECT shard, position, change_id, company, version, recorded_at, convert_from(payload, 'UTF8')::json
        FROM unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::bigint[],
          $6::timestamptz[], $7::bytea[])
        AS row (shard, position, change_id, company, version, recorded_at, payload)""",
        told,
        rows ->
            Tuple.tuple()
                .addArrayOfInteger(Columns.ints(rows, t -> t.place().shard()))
                .addArrayOfLong(Columns.longs(rows, t -> t.place().lastChangePosition()))
                .addArrayOfString(Columns.texts(rows, t -> t.change().changeId()))
                .addArrayOfString(Columns.texts(rows, t -> t.change().company()))
                .addArrayOfLong(Columns.longs(rows, t -> t.change().version()))
                .addArrayOfOffsetDateTime(Columns.times(rows, t -> t.change().recordedAt()))
                .addValue(Columns.bytes(rows, t -> Buffer.buffer(ChangeCodec.encode(t.change())))));
  }

  static Uni<Void> saveClaims(SqlConnection tx, List<ClaimRow> claims) {
    return write(
        tx,
        """
        INSERT INTO claim_state (claim_id, company, subject, entry, reading, rulings)
        SELECT claim_id, company, subject, entry::json, reading, rulings::json
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
          AS row (claim_id, company, subject, entry, reading, rulings)
        ON CONFLICT (claim_id) DO UPDATE SET company = excluded.company,
          subject = excluded.subject, entry = excluded.entry, reading = excluded.reading,
          rulings = excluded.rulings""",
        claims,
        rows ->
            Tuple.tuple()
                .addArrayOfString(Columns.texts(rows, ClaimRow::claimId))
                .addArrayOfString(Columns.texts(rows, ClaimRow::company))
                .addArrayOfString(Columns.texts(rows, ClaimRow::subject))
                .addArrayOfString(Columns.texts(rows, ClaimRow::entry))
                .addArrayOfString(Columns.texts(rows, ClaimRow::reading))
                .addArrayOfString(Columns.texts(rows, ClaimRow::rulings)));
  }

  static Uni<Void> saveVersions(SqlConnection tx, Map<String, Long> versions) {
    return write(
        tx,
        """
        INSERT INTO company (company, version)
        SELECT * FROM unnest($1::text[], $2::bigint[])
        ON CONFLICT (company) DO UPDATE SET version = excluded.version""",
        versions.entrySet().stream().filter(v -> v.getValue() > 0).toList(),
        rows ->
            Tuple.tuple()
                .addArrayOfString(Columns.texts(rows, Map.Entry::getKey))
                .addArrayOfLong(Columns.longs(rows, Map.Entry::getValue)));
  }

  static Uni<Void> saveAliases(SqlConnection tx, Aliases aliases) {
    return write(
        tx,
        """
        INSERT INTO company_alias (company, revision, merged_into)
        SELECT * FROM unnest($1::text[], $2::int[], $3::text[])
        ON CONFLICT (company) DO UPDATE SET revision = excluded.revision,
          merged_into = excluded.merged_into""",
        List.copyOf(aliases.decisions().entrySet()),
        rows ->
            Tuple.tuple()
                .addArrayOfString(Columns.texts(rows, Map.Entry::getKey))
                .addArrayOfInteger(Columns.ints(rows, e -> e.getValue().revision()))
                .addArrayOfString(Columns.texts(rows, e -> e.getValue().into())));
  }

  static Uni<Void> saveReviews(SqlConnection tx, ReviewItems reviews) {
    return write(
            tx,
            "DELETE FROM review_item WHERE claim_id = ANY($1)",
            reviews.claimIds(),
            ids -> Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
        .chain(
            () ->
                write(
                    tx,
                    """
                    INSERT INTO review_item
                      (claim_id, company, subject, reason, impact_days, confidence, since)
                    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[],
                      $5::bigint[], $6::float8[], $7::timestamptz[])""",
                    reviews.items(),
                    FoldWriter::reviewColumns));
  }

  private static Tuple reviewColumns(List<ReviewItems.Item> rows) {
    return Tuple.tuple()
        .addArrayOfString(Columns.texts(rows, ReviewItems.Item::claimId))
        .addArrayOfString(Columns.texts(rows, ReviewItems.Item::company))
        .addArrayOfString(Columns.texts(rows, ReviewItems.Item::subject))
        .addArrayOfString(Columns.texts(rows, i -> i.reason().name()))
        .addArrayOfLong(Columns.longs(rows, ReviewItems.Item::impactDays))
        .addArrayOfDouble(rows.stream().map(ReviewItems.Item::confidence).toArray(Double[]::new))
        .addArrayOfOffsetDateTime(Columns.times(rows, ReviewItems.Item::since));
  }

  private static Uni<Void> park(SqlConnection tx, List<ParkedRecord> parked) {
    if (parked.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(
            """
            INSERT INTO parked_record
              (topic, topic_partition, record_offset, record_key, record_value, headers, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING""")
        .executeBatch(parked.stream().map(FoldWriter::parkedTuple).toList())
        .replaceWithVoid();
  }

  static Uni<Void> saveShards(SqlConnection tx, Iterable<ShardRow> shards) {
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
        Columns.list(shards, shard -> shard),
        rows ->
            Tuple.tuple()
                .addArrayOfInteger(Columns.ints(rows, ShardRow::shard))
                .addArrayOfLong(Columns.longs(rows, ShardRow::nextOffset))
                .addArrayOfLong(Columns.longs(rows, ShardRow::lastEventPosition))
                .addArrayOfLong(Columns.longs(rows, ShardRow::lastChangePosition))
                .addArrayOfOffsetDateTime(Columns.times(rows, ShardRow::lastRecordedAt)));
  }

  static <T> Uni<Void> write(
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
        .addBuffer(r.key() == null ? null : io.vertx.mutiny.core.buffer.Buffer.buffer(r.key()))
        .addBuffer(r.value() == null ? null : io.vertx.mutiny.core.buffer.Buffer.buffer(r.value()))
        .addJsonObject(headers)
        .addString(r.reason());
  }
}
