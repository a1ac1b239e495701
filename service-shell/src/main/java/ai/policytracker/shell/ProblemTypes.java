package ai.policytracker.shell;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Gives a stable type, and words for callers, to the problems that the framework makes itself. */
@ApplicationScoped
public class ProblemTypes implements ProblemPostProcessor {
  private record Wording(String type, String detail) {}

  private static final Map<Integer, Wording> WORDINGS =
      Map.of(
          400, new Wording("invalid-request", "The request cannot be understood."),
          404, new Wording("not-found", "There is nothing at this path."),
          405, new Wording("method-not-allowed", "This path does not take this method."),
          406, new Wording("not-acceptable", "The answer is JSON; let the Accept header take it."),
          413, new Wording("invalid-request", "The body is too large."),
          415, new Wording("unsupported-media-type", "This path does not take this Content-Type."),
          500, new Wording("fault", "The service failed at this; its log says why."));

  private static final int METHOD_NOT_ALLOWED = 405;

  /** What the framework answers where it finds no route. */
  private static final Set<Integer> PATH = Set.of(404, METHOD_NOT_ALLOWED);

  private final TakenMethods methods;

  ProblemTypes(TakenMethods methods) {
    this.methods = methods;
  }

  /** The URI of a type, by its name. */
  public static URI of(String name) {
    return URI.create("urn:policy-tracker:problem:" + name);
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    if (problem.getType() != null) {
      return problem;
    }
    boolean isOfPath = PATH.contains(problem.getStatusCode());
    Set<String> taken = isOfPath ? methods.of(context.path) : Set.of();
    // Where there is something at the path, it is the method that the framework did not find.
    int status = taken.isEmpty() ? problem.getStatusCode() : METHOD_NOT_ALLOWED;
    Wording wording = WORDINGS.get(status);
    if (wording == null) {
      return problem;
    }
    HttpProblem.Builder worded =
        HttpProblem.builder(problem).withType(of(wording.type())).withDetail(wording.detail());
    return taken.isEmpty()
        ? worded.build()
        : worded
            .withStatus(status)
            .withTitle("Method Not Allowed")
            .withHeader("Allow", String.join(", ", taken))
            .build();
  }
}
