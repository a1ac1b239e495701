package ai.policytracker.policyservice.process;

import ai.policytracker.policy.Aliases;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What saves a folded batch: few statements of many rows. */
final class FoldWriter {
  private FoldWriter() {}

  static Stream<Write> save(BatchFold fold) {
    return Stream.of(
            appendEvents(fold.appended()),
            saveClaims(fold.claims()),
            saveVersions(fold.fold().versions()),
            saveAliases(fold.movedAliases()),
            appendChanges(fold.told()),
            DueDates.save(fold.changes()),
            saveReviews(fold.reviews()),
            park(fold.intake().parked()),
            saveShards(fold.locked().rows()))
        .flatMap(writes -> writes);
  }

  static Stream<Write> appendEvents(List<BatchFold.Appended> appended) {
    return Write.of(
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

  static Stream<Write> appendChanges(List<BatchFold.Told> told) {
    return Write.of(
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
                .addValue(Columns.bytes(rows, BatchFold.Told::payload)));
  }

  static Stream<Write> saveClaims(List<ClaimRow> claims) {
    return Write.of(
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

  static Stream<Write> saveVersions(Map<String, Long> versions) {
    return Write.of(
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

  static Stream<Write> saveAliases(Aliases aliases) {
    return Write.of(
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

  static Stream<Write> saveReviews(ReviewItems reviews) {
    return Stream.concat(
        Write.of(
            "DELETE FROM review_item WHERE claim_id = ANY($1)",
            reviews.claimIds(),
            ids -> Tuple.tuple().addArrayOfString(ids.toArray(String[]::new))),
        Write.of(
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

  private static Stream<Write> park(List<ParkedRecord> parked) {
    return Write.of(
        """
        INSERT INTO parked_record
          (topic, topic_partition, record_offset, record_key, record_value, headers, reason)
        SELECT topic, topic_partition, record_offset, record_key, record_value, headers::json, reason
        FROM unnest($1::text[], $2::int[], $3::bigint[], $4::bytea[], $5::bytea[], $6::text[],
          $7::text[])
        AS row (topic, topic_partition, record_offset, record_key, record_value, headers, reason)
        ON CONFLICT DO NOTHING""",
        parked,
        rows ->
            Tuple.tuple()
                .addArrayOfString(Columns.texts(rows, ParkedRecord::topic))
                .addArrayOfInteger(Columns.ints(rows, ParkedRecord::partition))
                .addArrayOfLong(Columns.longs(rows, ParkedRecord::offset))
                .addValue(Columns.bytes(rows, ParkedRecord::keyBytes))
                .addValue(Columns.bytes(rows, ParkedRecord::value))
                .addArrayOfString(
                    Columns.texts(rows, r -> new JsonObject(Map.copyOf(r.headers())).encode()))
                .addArrayOfString(Columns.texts(rows, ParkedRecord::reason)));
  }

  static Stream<Write> saveShards(Iterable<ShardRow> shards) {
    return Write.of(
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
}
