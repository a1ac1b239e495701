package ai.policytracker.shell;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells what passes by itself (tried again, with backoff) from a fault (stops, alerts). */
public final class Transience {
  /**
   * Classes of SQLSTATE: lost connection, rolled back by conflict, out of resources, not in the
   * right state, stopped by an operator, system error.
   */
  private static final Set<String> SQL_STATE_CLASSES = Set.of("08", "40", "53", "55", "57", "58");

  private Transience() {}

  public static boolean isTransient(Throwable failure) {
    if (failure instanceof PgException e) {
      return e.getSqlState() != null && SQL_STATE_CLASSES.contains(e.getSqlState().substring(0, 2));
    }
    return failure instanceof IOException
        || failure instanceof TimeoutException
        || failure instanceof VertxException
        // What the pool says when no connection came free in time.
        || failure instanceof NoStackTraceThrowable
        || failure instanceof org.apache.kafka.common.errors.RetriableException
        || (failure.getCause() != null && isTransient(failure.getCause()));
  }
}
