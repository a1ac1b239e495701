package ai.policytracker.shell;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.ConnectException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells the callers of a failing database or network that it passes. */
class FailureAnswers {

  @ServerExceptionMapper
  Response of(VertxException failure, UriInfo asked) {
    return Problems.answer(
        Transience.isTransient(failure)
            ? ServiceProblems.unavailable(failure)
            : ServiceProblems.fault(failure),
        asked);
  }

  /** No connection came free in time. */
  @ServerExceptionMapper
  Response of(NoStackTraceThrowable failure, UriInfo asked) {
    return Problems.answer(ServiceProblems.unavailable(failure), asked);
  }

  /** The database is away, or the caller is: its body stopped in the middle. */
  @ServerExceptionMapper
  Response of(IOException failure, UriInfo asked) {
    return Problems.answer(
        failure instanceof ConnectException
            ? ServiceProblems.unavailable(failure)
            : ServiceProblems.incompleteBody(),
        asked);
  }
}
