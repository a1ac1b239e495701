package ai.policytracker.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class PreparedOnceIT {
  @Inject Pool pool;

  @Test
  void longStatementIsKeptByItsConnection() {
    String sql = "SELECT 1 WHERE '%s' <> ''".formatted("x".repeat(5_000));

    long kept =
        pool.withConnection(
                connection ->
                    connection
                        .preparedQuery(sql)
                        .execute()
                        .chain(() -> connection.preparedQuery(sql).execute())
                        .chain(
                            () ->
                                connection
                                    .query(
                                        """
                                        SELECT count(*) FROM pg_prepared_statements
                                        WHERE length(statement) > 5000 AND statement LIKE 'SELECT 1 WHERE%'""")
                                    .execute()))
            .map(rows -> rows.iterator().next().getLong(0))
            .await()
            .indefinitely();

    assertThat(kept).isEqualTo(1);
  }
}
