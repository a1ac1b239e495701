package ai.policytracker.ingest.languagemodel;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Iterator;

/** What models answered before. */
@ApplicationScoped
class ModelAnswers {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * @param article hash of all that the model is shown of it
   * @param prompt hash of the prompt
   */
  record Question(String article, String model, String prompt) {
    private Tuple tuple() {
      return Tuple.of(article, model, prompt);
    }
  }

  private final Pool pool;

  ModelAnswers(Pool pool) {
    this.pool = pool;
  }

  /** Blocks; null where it was not asked before. */
  String find(Question question) {
    Iterator<Row> rows =
        pool.preparedQuery(
                "SELECT answer FROM model_answer WHERE article = $1 AND model = $2 AND prompt = $3")
            .execute(question.tuple())
            .await()
            .atMost(PATIENCE)
            .iterator();
    return rows.hasNext() ? rows.next().getString(0) : null;
  }

  /** Blocks. The first answer stays. */
  void keep(Question question, String answer) {
    pool.preparedQuery(
            """
            INSERT INTO model_answer (article, model, prompt, answer) VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING""")
        .execute(question.tuple().addString(answer))
        .await()
        .atMost(PATIENCE);
  }
}
