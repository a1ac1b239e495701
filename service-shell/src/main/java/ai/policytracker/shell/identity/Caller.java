package ai.policytracker.shell.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who sent the request, for resources behind {@code @RolesAllowed}. To be asked in the resource
 * method itself, not in what it starts.
 */
@ApplicationScoped
public class Caller {
  static final int MAX_ACTOR_CHARS = 100;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

  /** That of the request at hand. */
  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * The token's {@code sub}: what decisions are kept under.
   *
   * @return 1 to 100 printable characters, without space at the ends
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 401 without a token, or where its {@code
   *     sub} is something else
   */
  public String actor() {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      throw IdentityProblems.unauthenticated(List.of());
    }
    return checked(token.getSubject());
  }

  static String checked(String subject) {
    if (subject == null || subject.isBlank()) {
      throw IdentityProblems.untrusted("it does not say who sends it (\"sub\" is empty)");
    }
    String actor = subject.strip();
    if (actor.length() > MAX_ACTOR_CHARS || UNPRINTABLE.matcher(actor).find()) {
      throw IdentityProblems.untrusted(
          "\"sub\" must be at most " + MAX_ACTOR_CHARS + " printable characters");
    }
    return actor;
  }
}
