package ai.policytracker.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {

  @Test
  void whatTheCallerSentCannotForgeALineOfTheLog() {
    HttpProblem problem = Problems.notFound("no company is known as x\n2026 ERROR forged\0");

    assertThat(problem.getDetail()).isEqualTo("no company is known as x?2026 ERROR forged?");
  }

  @Test
  void whatTheCallerSentIsNotGivenBackInFull() {
    assertThat(Problems.notFound("x".repeat(100_000)).getDetail()).hasSizeLessThan(600);
  }

  @Test
  void everyWrongFieldIsNamedAndTheFirstIsInTheDetail() {
    var text = new Problems.FieldError("/text", "must not be empty");
    var url = new Problems.FieldError("/url", "must be absolute");

    HttpProblem problem = Problems.invalid(List.of(text, url));

    assertThat(problem.getStatusCode()).isEqualTo(400);
    assertThat(problem.getType()).hasToString("urn:policy-tracker:problem:invalid-request");
    assertThat(problem.getDetail()).isEqualTo("/text: must not be empty");
    assertThat(problem.getParameters()).containsEntry("errors", List.of(text, url));
  }
}
