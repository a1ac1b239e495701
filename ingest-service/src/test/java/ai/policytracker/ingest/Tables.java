package ai.policytracker.ingest;

import static org.assertj.core.api.Assertions.fail;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is stored, for tests. */
@ApplicationScoped
public class Tables {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Pool pool;

  Tables(Pool pool) {
    this.pool = pool;
  }

  /** The first column of the answer, as text. */
  public List<String> column(String sql) {
    List<String> values = new ArrayList<>();
    pool.query(sql)
        .execute()
        .await()
        .indefinitely()
        .forEach(row -> values.add(String.valueOf(row.getValue(0))));
    return values;
  }

  public void execute(String sql) {
    pool.query(sql).execute().await().indefinitely();
  }

  /** Every row of every table, so that two snapshots are equal where nothing has changed. */
  public List<String> everything() {
    List<String> rows = new ArrayList<>();
    for (String table :
        List.of("article", "article_metadata", "article_closing", "article_notice", "claim")) {
      rows.addAll(column("SELECT '%1$s ' || t::text FROM %1$s t ORDER BY 1".formatted(table)));
    }
    return rows;
  }

  /** Waits until the relay has delivered all. */
  public void awaitEmptyOutbox() {
    Instant giveUp = Instant.now().plus(PATIENCE);
    while (!column("SELECT count(*) FROM outbox").equals(List.of("0"))) {
      if (Instant.now().isAfter(giveUp)) {
        fail("the outbox is not empty after %s", PATIENCE);
      }
    }
  }
}
