package ai.policytracker.policyservice.decide;

import ai.policytracker.shell.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refused commands as problem+json. */
class Refusals {

  @ServerExceptionMapper
  Response of(RefusedException refused, UriInfo asked) {
    String reason = refused.getMessage();
    HttpProblem problem =
        switch (refused.kind()) {
          case INVALID -> Problems.invalid(refused.pointer(), reason);
          case NOT_FOUND -> Problems.notFound(reason);
          case CONFLICT -> Problems.conflict(reason);
          case STALE -> Problems.preconditionFailed(reason);
        };
    return Problems.answer(problem, asked);
  }
}
