package ai.policytracker.query.project;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Takes batches of changes into the read model, each in one transaction with the offsets behind it:
 * repeated records and a second consumer of the same partition change nothing.
 */
@ApplicationScoped
public class Projection {
  private final Pool pool;

  Projection(Pool pool) {
    this.pool = pool;
  }

  Uni<Effects> take(ConsumerRecords<String, byte[]> records) {
    return Uni.createFrom()
        .item(() -> read(records))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(this::take);
  }

  private static List<Received> read(ConsumerRecords<String, byte[]> records) {
    List<Received> batch = new ArrayList<>(records.count());
    for (ConsumerRecord<String, byte[]> record : records) {
      batch.add(Received.of(record));
    }
    return batch;
  }

  private Uni<Effects> take(List<Received> batch) {
    return pool.withTransaction(
        connection ->
            new ProjectionState(connection)
                .readFor(batch)
                .map(stored -> BatchFold.fold(stored, batch))
                .call(effects -> ProjectionWriter.write(connection, effects)));
  }
}
