package ai.policytracker.shell;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.ConnectException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells the callers of a failing database or network that it passes. */
class FailureAnswers {

  @ServerExceptionMapper
  Response of(VertxException failure) {
    return Transience.isTransient(failure)
        ? ServiceProblems.unavailable(failure).toResponse()
        : ServiceProblems.fault(failure).toResponse();
  }

  /** No connection came free in time. */
  @ServerExceptionMapper
  Response of(NoStackTraceThrowable failure) {
    return ServiceProblems.unavailable(failure).toResponse();
  }

  /** The database is away, or the caller is: its body stopped in the middle. */
  @ServerExceptionMapper
  Response of(IOException failure) {
    return failure instanceof ConnectException
        ? ServiceProblems.unavailable(failure).toResponse()
        : ServiceProblems.incompleteBody().toResponse();
  }
}
