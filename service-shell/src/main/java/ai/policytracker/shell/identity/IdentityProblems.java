package ai.policytracker.shell.identity;

import ai.policytracker.shell.ProblemTypes;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Collection;
import java.util.stream.Collectors;

/** Answers to callers who may not do what they ask for. */
public final class IdentityProblems {
  private static final String HOW_TO_GET_ONE =
      "Send it as \"Authorization: Bearer TOKEN\"; \"./tracker token ROLE\" prints one.";

  private IdentityProblems() {}

  /**
   * 401: there is no token.
   *
   * @param roles each of them would do; empty where none is known
   */
  public static HttpProblem unauthenticated(Collection<String> roles) {
    String wanted = roles.isEmpty() ? "This needs a token. " : "This needs " + token(roles) + ". ";
    return unauthenticated(wanted + HOW_TO_GET_ONE, "Bearer");
  }

  /**
   * 401: there is a token that proves nothing.
   *
   * @param reason follows "The token is refused: "
   */
  static HttpProblem untrusted(String reason) {
    return unauthenticated(
        "The token is refused: " + reason + ". \"./tracker token ROLE\" prints a new one.",
        "Bearer error=\"invalid_token\"");
  }

  /**
   * 403: the token is good, and its roles do not reach.
   *
   * @param roles each of them would do; empty where none is known
   */
  public static HttpProblem forbidden(Collection<String> roles) {
    String wanted =
        roles.isEmpty()
            ? "The roles in the token do not allow this. "
            : "This needs " + token(roles) + "; the one that came has another. ";
    return HttpProblem.builder()
        .withType(ProblemTypes.of("forbidden"))
        .withStatus(403)
        .withTitle("Forbidden")
        .withDetail(wanted + HOW_TO_GET_ONE)
        .build();
  }

  private static HttpProblem unauthenticated(String detail, String challenge) {
    return HttpProblem.builder()
        .withType(ProblemTypes.of("unauthenticated"))
        .withStatus(401)
        .withTitle("Unauthorized")
        .withDetail(detail)
        .withHeader("WWW-Authenticate", challenge)
        .build();
  }

  private static String token(Collection<String> roles) {
    return "a token with the role "
        + roles.stream().sorted().collect(Collectors.joining("\" or \"", "\"", "\""));
  }
}
