package ai.policytracker.policyservice.decide;

import ai.policytracker.shell.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refused commands as problem+json. */
class Refusals {

  @ServerExceptionMapper
  Response of(RefusedException refused) {
    String reason = refused.getMessage();
    HttpProblem problem =
        switch (refused.kind()) {
          case INVALID -> Problems.invalid("", reason);
          case NOT_FOUND -> Problems.notFound(reason);
          case CONFLICT -> Problems.conflict(reason);
          case STALE -> Problems.preconditionFailed(reason);
        };
    return problem.toResponse();
  }
}
