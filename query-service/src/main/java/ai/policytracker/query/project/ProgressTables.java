package ai.policytracker.query.project;

import ai.policytracker.query.project.Effects.ShardProgress;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** How far shards and companies are, and the records that could not be read. */
final class ProgressTables {
  private ProgressTables() {}

  static Uni<Void> saveCompanies(SqlConnection connection, Collection<CompanyProgress> rows) {
    return Unnest.rows(rows)
        .text(CompanyProgress::company)
        .number(CompanyProgress::version)
        .number(CompanyProgress::lastSeq)
        .text(c -> c.lastType() == null ? null : c.lastType().name())
        .time(CompanyProgress::lastRecordedAt)
        .date(CompanyProgress::lastValidFrom)
        .text(CompanyProgress::haltedReason)
        .execute(
            connection,
            """
        INSERT INTO company (company, version, last_seq, last_type, last_recorded_at,
          last_valid_from, halted_reason)
        SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[],
                             $5::timestamptz[], $6::date[], $7::text[])
        ON CONFLICT (company) DO UPDATE SET version = excluded.version,
          last_seq = excluded.last_seq, last_type = excluded.last_type,
          last_recorded_at = excluded.last_recorded_at,
          last_valid_from = excluded.last_valid_from, halted_reason = excluded.halted_reason""");
  }

  static Uni<Void> saveShards(SqlConnection connection, Collection<ShardProgress> rows) {
    return Unnest.rows(rows)
        .number(p -> (long) p.shard())
        .number(ShardProgress::nextOffset)
        .number(ShardProgress::position)
        .time(ShardProgress::watermark)
        .execute(
            connection,
            """
        UPDATE shard s SET next_offset = p.next_offset, position = greatest(s.position, p.position),
          watermark = greatest(s.watermark, p.watermark)
        FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::timestamptz[])
          AS p(shard, next_offset, position, watermark)
        WHERE s.shard = p.shard""");
  }

  static Uni<Void> park(SqlConnection connection, List<Received.Unreadable> rows) {
    return Unnest.rows(rows)
        .text(p -> p.record().topic())
        .number(p -> (long) p.record().partition())
        .number(p -> p.record().offset())
        .bytes(p -> p.record().key() == null ? null : Buffer.buffer(p.record().key()))
        .bytes(p -> p.record().value() == null ? null : Buffer.buffer(p.record().value()))
        .text(p -> headersOf(p.record()))
        .text(Received.Unreadable::reason)
        .execute(
            connection,
            """
        INSERT INTO parked_change (topic, partition, "offset", key, value, headers, reason)
        SELECT topic, partition, "offset", key, value, headers::jsonb, reason
        FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bytea[], $5::bytea[],
                    $6::text[], $7::text[])
          AS p(topic, partition, "offset", key, value, headers, reason)""");
  }

  /** Name and base64 value of each: values are bytes, and jsonb holds no NUL character. */
  private static String headersOf(ConsumerRecord<?, ?> record) {
    JsonArray headers = new JsonArray();
    for (Header header : record.headers()) {
      byte[] value = header.value();
      headers.add(
          new JsonObject()
              .put("name", header.key().replace('\0', ' '))
              .put("value", value == null ? null : Base64.getEncoder().encodeToString(value)));
    }
    return headers.encode();
  }
}
