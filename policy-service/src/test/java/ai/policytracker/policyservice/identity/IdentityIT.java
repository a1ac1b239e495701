package ai.policytracker.policyservice.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.policyservice.StackResource;
import ai.policytracker.quickstart.identity.Role;
import ai.policytracker.quickstart.identity.TestTokens;
import ai.policytracker.quickstart.identity.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class IdentityIT {
  private static final String PATH = "/test/who-am-i";
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void theActorIsTakenFromTheToken() {
    Response answer = get(TestTokens.of(Role.ANALYST, "Ann Example"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().asString()).isEqualTo("Ann Example");
  }

  @Test
  void withoutATokenTheNeededRoleIsNamed() {
    Response answer = given().get(PATH);

    assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answer.jsonPath().getString("detail"))
        .contains("\"analyst\"", "./tracker token", "Authorization: Bearer");
  }

  @ParameterizedTest
  @EnumSource(names = "ANALYST", mode = EnumSource.Mode.EXCLUDE)
  void anotherRoleIsForbiddenAndTheNeededOneNamed(Role role) {
    Response answer = get(TestTokens.of(role, "ann"));

    assertProblem(answer, 403, "forbidden");
    assertThat(answer.jsonPath().getString("detail")).contains("\"analyst\"", "./tracker token");
  }

  @Test
  void oneOfSeveralRolesIsEnough() {
    Map<String, Object> claims = claims("ann", Instant.now());
    claims.put("groups", List.of("reader", "analyst"));

    assertThat(get(sign(claims)).statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenWithoutRolesIsForbidden() {
    Map<String, Object> claims = claims("ann", Instant.now());
    claims.remove("groups");

    assertProblem(get(sign(claims)), 403, "forbidden");
  }

  @Test
  void aClockThatIsAFewSecondsOffDoesNoHarm() {
    Instant justExpired = Instant.now().minus(HOUR).minusSeconds(3);

    assertThat(get(sign(claims("ann", justExpired))).statusCode()).isEqualTo(200);
    assertProblem(get(sign(claims("ann", justExpired.minusSeconds(20)))), 401, "unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\t", "a\nb", "a\u2028b"})
  void aTokenThatDoesNotSayWhoIsRefused(String subject) {
    assertProblem(get(TestTokens.of(Role.ANALYST, subject)), 401, "unauthenticated");
  }

  @Test
  void anActorHasAtMostAHundredCharacters() {
    assertThat(get(TestTokens.of(Role.ANALYST, "x".repeat(100))).statusCode()).isEqualTo(200);
    assertProblem(get(TestTokens.of(Role.ANALYST, "x".repeat(101))), 401, "unauthenticated");
  }

  @Test
  void readingNeedsNoTokenAndDoesNotMindABadOne() {
    assertThat(given().get(PATH + "/open").statusCode()).isEqualTo(200);
    assertThat(given().auth().oauth2("junk").get(PATH + "/open").statusCode()).isEqualTo(200);
  }

  @Test
  void aRouteThatForgetsTheRoleGetsNoActorFromNobody() {
    assertProblem(given().get(PATH + "/forgotten"), 401, "unauthenticated");
  }

  private static Response get(String token) {
    return given().auth().oauth2(token).get(PATH);
  }

  private static Map<String, Object> claims(String subject, Instant issuedAt) {
    return Tokens.claims(Role.ANALYST, subject, issuedAt, HOUR);
  }

  private static String sign(Map<String, Object> claims) {
    return Tokens.sign(TestTokens.keys().getPrivate(), claims);
  }

  static void assertProblem(Response answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body().asString()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:policy-tracker:problem:" + type);
  }
}
