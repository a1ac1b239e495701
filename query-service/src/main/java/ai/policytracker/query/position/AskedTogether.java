package ai.policytracker.query.position;

import ai.policytracker.query.Payloads;
import ai.policytracker.query.request.KnownTime;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

/**
 * Asks the database for positions. Half of what a question costs there is the same for one and for
 * many: questions that come while others are being answered wait for these, and are then asked in
 * one statement. One that comes alone is asked at once.
 */
@ApplicationScoped
class AskedTogether {
  /** One that is worked on and one on its way: with more of them each has fewer questions. */
  private static final int MOST_STATEMENTS = 2;

  /** Each of them waits for all. */
  private static final int MOST_TOGETHER = 16;

  private final Pool pool;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private int statements;

  private record Waiting(PointInTime point, UniEmitter<? super List<Row>> answer) {}

  AskedTogether(Pool pool) {
    this.pool = pool;
  }

  /**
   * The rows of those in force, in the order of their subjects; the answer has one row at least.
   */
  Uni<List<Row>> ask(PointInTime point) {
    Uni<List<Row>> answer = Uni.createFrom().emitter(emitter -> add(new Waiting(point, emitter)));
    Context asking = Vertx.currentContext();
    return asking == null
        ? answer
        : answer.emitOn(command -> asking.runOnContext(ignored -> command.run()));
  }

  /** As {@link #ask} with another statement, for questions that others should not wait for. */
  Uni<List<Row>> askAlone(String sql, PointInTime point) {
    return execute(sql, List.of(point)).map(rows -> byNumber(rows, 1).getFirst());
  }

  private void add(Waiting question) {
    synchronized (waiting) {
      waiting.add(question);
    }
    askNext();
  }

  private void askNext() {
    List<Waiting> together = new ArrayList<>();
    synchronized (waiting) {
      if (statements == MOST_STATEMENTS || waiting.isEmpty()) {
        return;
      }
      statements++;
      while (together.size() < MOST_TOGETHER && !waiting.isEmpty()) {
        together.add(waiting.remove());
      }
    }
    execute(PositionStatements.IN_ORDER_OF_SUBJECT, together.stream().map(Waiting::point).toList())
        .map(rows -> byNumber(rows, together.size()))
        .onTermination()
        .invoke(this::ended)
        .subscribe()
        .with(
            answers -> {
              for (int i = 0; i < together.size(); i++) {
                together.get(i).answer().complete(answers.get(i));
              }
            },
            failure -> together.forEach(question -> question.answer().fail(failure)));
  }

  private void ended() {
    synchronized (waiting) {
      statements--;
    }
    askNext();
  }

  private Uni<RowSet<Row>> execute(String sql, List<PointInTime> points) {
    List<PointInTime> numbered =
        IntStream.range(0, points.size()).mapToObj(i -> points.get(i).numbered(i)).toList();
    return pool.preparedQuery(sql)
        .execute(Tuple.of(KnownTime.parameter(Instant.now()), Payloads.ofList(numbered)));
  }

  private static List<List<Row>> byNumber(RowSet<Row> rows, int questions) {
    List<List<Row>> answers = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      answers.add(new ArrayList<>());
    }
    rows.forEach(row -> answers.get(row.getInteger("number")).add(row));
    return answers;
  }
}
