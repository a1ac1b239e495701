package ai.policytracker.shell.identity;

import ai.policytracker.shell.Problems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells refused callers which role is needed, by the {@code @RolesAllowed} of what they called. */
class IdentityAnswers {
  /** Before the mappers of the problem extension (999), which know neither types nor roles. */
  private static final int FIRST = Priorities.AUTHENTICATION - 100;

  @Context ResourceInfo called;

  @ServerExceptionMapper(priority = FIRST)
  Response of(UnauthorizedException refusal, UriInfo asked) {
    return Problems.answer(IdentityProblems.unauthenticated(neededRoles()), asked);
  }

  @ServerExceptionMapper(priority = FIRST)
  Response of(ForbiddenException refusal, UriInfo asked) {
    return Problems.answer(IdentityProblems.forbidden(neededRoles()), asked);
  }

  /** Says nothing of which check has failed: that is in the log at level DEBUG. */
  @ServerExceptionMapper(priority = FIRST)
  Response of(AuthenticationFailedException refusal, UriInfo asked) {
    return Problems.answer(
        IdentityProblems.untrusted(
            "it has expired, or its signature, issuer, audience or algorithm is not the one expected"),
        asked);
  }

  private List<String> neededRoles() {
    RolesAllowed onMethod = called.getResourceMethod().getAnnotation(RolesAllowed.class);
    RolesAllowed onClass = called.getResourceClass().getAnnotation(RolesAllowed.class);
    if (onMethod != null) {
      return List.of(onMethod.value());
    }
    return onClass == null ? List.of() : List.of(onClass.value());
  }
}
