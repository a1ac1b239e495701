package ai.policytracker.shell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityProblemsTest {
  @Test
  void aCallerWithoutATokenLearnsWhichOneToGet() {
    HttpProblem problem = IdentityProblems.unauthenticated(Set.of(Roles.OPERATOR, Roles.ANALYST));

    assertThat(problem.getStatusCode()).isEqualTo(401);
    assertThat(problem.getType()).hasToString("urn:policy-tracker:problem:unauthenticated");
    assertThat(problem.getHeaders()).containsEntry("WWW-Authenticate", "Bearer");
    assertThat(problem.getDetail())
        .startsWith("This needs a token with the role \"analyst\" or \"operator\". ")
        .contains("./tracker token");
  }

  @Test
  void aCallerWithAnotherRoleLearnsWhichOneIsNeeded() {
    HttpProblem problem = IdentityProblems.forbidden(List.of(Roles.ANALYST));

    assertThat(problem.getStatusCode()).isEqualTo(403);
    assertThat(problem.getType()).hasToString("urn:policy-tracker:problem:forbidden");
    assertThat(problem.getDetail()).contains("the role \"analyst\"; the one that came has another");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "a\tb", "a\u2029b"})
  void whoDoesNotSayANameIsNobody(String subject) {
    assertThatThrownBy(() -> Caller.checked(subject))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(401));
  }

  @Test
  void aNameIsTakenAsItStandsButForSpaceAtItsEnds() {
    assertThat(Caller.checked(" Zoë O'Neill <zoe@example.org> "))
        .isEqualTo("Zoë O'Neill <zoe@example.org>");
  }
}
