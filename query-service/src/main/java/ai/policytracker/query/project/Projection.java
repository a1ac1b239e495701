package ai.policytracker.query.project;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes batches of changes into the read model, each in one transaction with the offsets behind it:
 * repeated records and a second consumer of the same partition change nothing.
 */
@ApplicationScoped
public class Projection {
  private final Pool pool;
  private final String schema;

  @Inject
  Projection(Pool pool) {
    this(pool, null);
  }

  private Projection(Pool pool, String schema) {
    this.pool = pool;
    this.schema = schema;
  }

  /**
   * A second projection beside the running one.
   *
   * @param schema holds the tables, with a row for each shard; no text of a caller
   */
  public static Projection into(Pool pool, String schema) {
    return new Projection(pool, schema);
  }

  /**
   * Projects records of a partition in the order of their offsets; what is projected is skipped.
   */
  public Uni<Void> project(Iterable<ConsumerRecord<String, byte[]>> records) {
    return take(records).replaceWithVoid();
  }

  Uni<Effects> take(Iterable<ConsumerRecord<String, byte[]>> records) {
    return Uni.createFrom()
        .item(() -> read(records))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(this::take);
  }

  private static List<Received> read(Iterable<ConsumerRecord<String, byte[]>> records) {
    List<Received> batch = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      batch.add(Received.of(record));
    }
    return batch;
  }

  private Uni<Effects> take(List<Received> batch) {
    return pool.withTransaction(
        connection ->
            enterSchema(connection)
                .chain(() -> new ProjectionState(connection).readFor(batch))
                .map(stored -> BatchFold.fold(stored, batch))
                .call(effects -> ProjectionWriter.write(connection, effects)));
  }

  private Uni<Void> enterSchema(SqlConnection connection) {
    return schema == null
        ? Uni.createFrom().voidItem()
        : connection.query("SET LOCAL search_path TO " + schema).execute().replaceWithVoid();
  }
}
