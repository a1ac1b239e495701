package ai.policytracker.ingest.publish;

import ai.policytracker.shell.BatchSender;
import ai.policytracker.shell.CloudEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The relay's side of the outbox, blocking. Plain SQL: Hibernate has no SKIP LOCKED in bulk, and a
 * row that is sent needs no entity.
 */
@ApplicationScoped
class Outbox {
  private static final String SOURCE = "/ingest-service";

  private static final String TAKE =
      """
      SELECT id, topic, key, type, subject, time, payload FROM outbox
      ORDER BY created_at LIMIT $1 FOR UPDATE SKIP LOCKED""";

  private final Pool pool;
  private final BatchSender sender;

  Outbox(Pool pool, BatchSender sender) {
    this.pool = pool;
    this.sender = sender;
  }

  /**
   * What waits.
   *
   * @param oldest age of the oldest row; zero where there is none
   */
  record Backlog(long rows, Duration oldest) {}

  /**
   * Removes rows once Kafka has acknowledged all of them. What fails stays, and is sent again; rows
   * that another instance is sending are left to it.
   *
   * @return number of rows sent
   */
  int sendBatch(int maxRows) {
    SqlConnection connection = pool.getConnection().await().indefinitely();
    try {
      Transaction transaction = connection.begin().await().indefinitely();
      boolean done = false;
      try {
        int sent = sendAndDelete(connection, maxRows);
        transaction.commit().await().indefinitely();
        done = true;
        return sent;
      } finally {
        if (!done) {
          transaction.rollback().onFailure().recoverWithNull().await().indefinitely();
        }
      }
    } finally {
      connection.close().await().indefinitely();
    }
  }

  private int sendAndDelete(SqlConnection connection, int maxRows) {
    RowSet<Row> rows =
        connection.preparedQuery(TAKE).execute(Tuple.of(maxRows)).await().indefinitely();
    if (rows.size() == 0) {
      return 0;
    }
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (Row row : rows) {
      records.add(record(row));
      ids.add(row.getString("id"));
    }
    sender.send(records);
    connection
        .preparedQuery("DELETE FROM outbox WHERE id = ANY($1)")
        .execute(Tuple.of(ids.toArray(String[]::new)))
        .await()
        .indefinitely();
    return records.size();
  }

  private static ProducerRecord<String, byte[]> record(Row row) {
    CloudEvent event =
        new CloudEvent(
            row.getString("id"),
            row.getString("type"),
            SOURCE,
            row.getString("subject"),
            row.getOffsetDateTime("time").toInstant());
    return event.record(
        row.getString("topic"), row.getString("key"), row.getBuffer("payload").getBytes());
  }

  Backlog measure() {
    Row row =
        pool.query("SELECT count(*) AS rows, min(created_at) AS oldest, now() AS now FROM outbox")
            .execute()
            .await()
            .indefinitely()
            .iterator()
            .next();
    OffsetDateTime oldest = row.getOffsetDateTime("oldest");
    return new Backlog(
        row.getLong("rows"),
        oldest == null ? Duration.ZERO : Duration.between(oldest, row.getOffsetDateTime("now")));
  }
}
