package ai.policytracker.shell;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;

/** Gives a stable type, and words for callers, to the problems that the framework makes itself. */
@ApplicationScoped
public class ProblemTypes implements ProblemPostProcessor {
  private record Wording(String type, String detail) {}

  private static final Map<Integer, Wording> WORDINGS =
      Map.of(
          400, new Wording("invalid-request", "The request cannot be understood."),
          406, new Wording("not-acceptable", "The answer is JSON; let the Accept header take it."),
          413, new Wording("invalid-request", "The body is too large."),
          415, new Wording("unsupported-media-type", "This path does not take this Content-Type."),
          500, new Wording("fault", "The service failed at this; its log says why."));

  /** The URI of a type, by its name. */
  public static URI of(String name) {
    return URI.create("urn:policy-tracker:problem:" + name);
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    Wording wording = WORDINGS.get(problem.getStatusCode());
    return problem.getType() != null || wording == null
        ? problem
        : HttpProblem.builder(problem)
            .withType(of(wording.type()))
            .withDetail(wording.detail())
            .build();
  }
}
