package ai.policytracker.shell;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.SortedSet;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers where the framework finds no route. It looks for another path where the longest one that
 * fits does not take the method, and so would answer that there is nothing.
 */
class PathAnswers {
  /** Before the mappers of the problem extension (999). */
  private static final int FIRST = Priorities.AUTHENTICATION - 100;

  private final TakenMethods methods;

  PathAnswers(TakenMethods methods) {
    this.methods = methods;
  }

  @ServerExceptionMapper(priority = FIRST)
  Response of(NotFoundException missing, UriInfo asked) {
    return answer(asked);
  }

  @ServerExceptionMapper(priority = FIRST)
  Response of(NotAllowedException refused, UriInfo asked) {
    return answer(asked);
  }

  private Response answer(UriInfo asked) {
    SortedSet<String> taken = methods.of(asked.getPath());
    return Problems.answer(
        taken.isEmpty()
            ? Problems.notFound("There is nothing at this path.")
            : Problems.methodNotAllowed(taken),
        asked);
  }
}
