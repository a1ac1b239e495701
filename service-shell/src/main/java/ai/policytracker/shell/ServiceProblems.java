package ai.policytracker.shell;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.logging.Logger;

/** Answers for what is not the caller's mistake; the cause is logged, never told. */
public final class ServiceProblems {
  private static final Logger LOG = Logger.getLogger(ServiceProblems.class);
  private static final String RETRY_AFTER_SECONDS = "5";

  private ServiceProblems() {}

  /** 503: more callers than the service has places for. */
  public static HttpProblem overloaded() {
    return unavailable("Too many articles are in work; send it again later.");
  }

  /** 503: a database or network is away for now. */
  public static HttpProblem unavailable(Throwable cause) {
    LOG.warnf("answered 503: %s", cause);
    return unavailable("A part of the service does not answer; send it again later.");
  }

  /** 500: sending it again will not help. */
  public static HttpProblem fault(Throwable cause) {
    LOG.error("answered 500", cause);
    return fault();
  }

  /** 408: the rest of the body did not come. */
  static HttpProblem incompleteBody() {
    return HttpProblem.builder()
        .withType(ProblemTypes.of("incomplete-body"))
        .withStatus(408)
        .withTitle("Request Timeout")
        .withDetail("The rest of the body did not come; send it again.")
        .build();
  }

  /** 500, where the cause is logged already. */
  public static HttpProblem fault() {
    return HttpProblem.builder()
        .withType(ProblemTypes.of("fault"))
        .withStatus(500)
        .withTitle("Internal Server Error")
        .withDetail("The service failed at this; its log says why.")
        .build();
  }

  private static HttpProblem unavailable(String detail) {
    return HttpProblem.builder()
        .withType(ProblemTypes.of("unavailable"))
        .withStatus(503)
        .withTitle("Service Unavailable")
        .withDetail(detail)
        .withHeader("Retry-After", RETRY_AFTER_SECONDS)
        .build();
  }
}
