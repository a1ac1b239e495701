package ai.policytracker.policyservice.rebuild;

import ai.policytracker.policy.Fold;
import ai.policytracker.policyservice.process.EventStore;
import ai.policytracker.policyservice.process.Refold;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Folds everything anew, compares, and stores the result where it is asked to. Blocks. */
@ApplicationScoped
public class Rebuild {
  private static final Logger LOG = Logger.getLogger(Rebuild.class);

  private final Pool pool;
  private final EventStore store;

  Rebuild(Pool pool, EventStore store) {
    this.pool = pool;
    this.store = store;
  }

  /**
   * @param apply whether to store what was folded and to tell readers what differs
   * @return what differed, one line each
   */
  public List<String> run(boolean apply, Consumer<String> progress) {
    return inTransaction(
        tx -> {
          Refold refold = new Refold(tx, store, progress);
          List<String> differences = refold.compare();
          if (apply && !differences.isEmpty()) {
            refold.apply();
          }
          return differences;
        });
  }

  /**
   * What an earlier version of the rules has folded is folded anew, once.
   *
   * @throws IllegalStateException where a later version has folded it
   */
  public void upgrade() {
    inTransaction(
        tx -> {
          int version =
              tx.query("SELECT version FROM fold FOR UPDATE")
                  .executeAndAwait()
                  .iterator()
                  .next()
                  .getInteger(0);
          if (version > Fold.VERSION) {
            throw new IllegalStateException(
                "the data was folded by version %d of the rules, and this one is %d: run a newer policy-service"
                    .formatted(version, Fold.VERSION));
          }
          if (version > 0 && version < Fold.VERSION) {
            Refold refold = new Refold(tx, store, LOG::info);
            LOG.infof(
                "folding anew: version %d instead of %d, differences=%d",
                Fold.VERSION, version, refold.compare().size());
            refold.apply();
          }
          return tx.preparedQuery("UPDATE fold SET version = $1")
              .executeAndAwait(Tuple.of(Fold.VERSION));
        });
  }

  private <T> T inTransaction(Function<SqlConnection, T> work) {
    SqlConnection connection = pool.getConnectionAndAwait();
    try {
      Transaction transaction = connection.beginAndAwait();
      T result = work.apply(connection);
      transaction.commitAndAwait();
      return result;
    } finally {
      // Rolls back what was not committed.
      connection.closeAndAwait();
    }
  }
}
