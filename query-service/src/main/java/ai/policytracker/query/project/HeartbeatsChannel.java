package ai.policytracker.query.project;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The way in for heartbeats: moves the watermark of shards that have nothing to say. */
@ApplicationScoped
public class HeartbeatsChannel {
  /**
   * A heartbeat that overtook the changes before it has no effect; the next one will. Locked in
   * order, as batches of changes are, so that the two never wait for each other.
   */
  private static final String MOVE_WATERMARKS =
      """
      WITH beat AS (
        SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::timestamptz[])
          AS b(shard, position, recorded_at)
      ), locked AS (
        SELECT shard FROM shard WHERE shard IN (SELECT shard FROM beat) ORDER BY shard FOR UPDATE
      )
      UPDATE shard s SET watermark = greatest(s.watermark, b.recorded_at)
      FROM beat b JOIN locked USING (shard)
      WHERE s.shard = b.shard AND s.position >= b.position""";

  private final Pool pool;
  private final Patience patience;
  private final ProjectionMetrics metrics;

  HeartbeatsChannel(Pool pool, Patience patience, ProjectionMetrics metrics) {
    this.pool = pool;
    this.patience = patience;
    this.metrics = metrics;
  }

  @Incoming("heartbeats")
  Uni<Void> take(ConsumerRecords<String, byte[]> records) {
    Map<Integer, Heartbeat> last = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      Heartbeat.read(record.value())
          .ifPresentOrElse(
              heartbeat -> last.put(heartbeat.shard(), heartbeat),
              () ->
                  metrics.unreadableHeartbeat(
                      "partition %d offset %d".formatted(record.partition(), record.offset())));
    }
    return patience.retrying("a heartbeat", () -> move(last.values()));
  }

  private Uni<Void> move(Collection<Heartbeat> heartbeats) {
    return pool.withConnection(
        connection ->
            Unnest.rows(heartbeats)
                .number(h -> (long) h.shard())
                .number(Heartbeat::position)
                .time(Heartbeat::recordedAt)
                .executeForAny(connection, MOVE_WATERMARKS));
  }
}
