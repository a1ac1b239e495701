package ai.policytracker.ingest.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.ingest.StackResource;
import ai.policytracker.ingest.Tables;
import ai.policytracker.quickstart.identity.Keys;
import ai.policytracker.quickstart.identity.Role;
import ai.policytracker.quickstart.identity.TestTokens;
import ai.policytracker.quickstart.identity.Tokens;
import ai.policytracker.shell.identity.Roles;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts from where no host is trusted; {@code ArticlesIT} posts from loopback, by the defaults. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(IngestionIT.FromElsewhere.class)
class IngestionIT {
  static final List<BadTokens> BAD = BadTokens.ALL;
  private static final String PATH = "/v1/articles";
  private static final String TRUSTED = "192.0.2.1";

  @Inject Tables tables;

  public static class FromElsewhere implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "tracker.ingestion.trusted-networks", TRUSTED + "/32",
          // As behind a proxy that is believed: what it says must not open the door.
          "quarkus.http.proxy.proxy-address-forwarding", "true",
          "quarkus.http.proxy.allow-forwarded", "true",
          "quarkus.http.proxy.allow-x-forwarded", "true");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/x-ndjson"})
  void withoutATokenNothingIsTaken(String contentType) {
    List<String> before = tables.everything();

    Response answer =
        given().contentType(contentType).body(bytes("{\"text\":\"untold\"}")).post(PATH);

    assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answer.jsonPath().getString("detail"))
        .contains("\"analyst\" or \"operator\"", "./tracker token");
    assertThat(tables.everything()).isEqualTo(before);
  }

  @Test
  void headersDoNotMakeACallerTrusted() {
    Response answer =
        article()
            .header("X-Forwarded-For", TRUSTED)
            .header("Forwarded", "for=" + TRUSTED)
            .header("X-Real-IP", TRUSTED)
            .post(PATH);

    assertProblem(answer, 401, "unauthenticated");
  }

  @ParameterizedTest
  @FieldSource("BAD")
  void aBadTokenIsRefused(BadTokens bad) {
    Response answer = article().auth().oauth2(bad.token()).post(PATH);

    assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer").contains("invalid_token");
    assertThat(answer.body().asString()).doesNotContain(bad.token());
  }

  @ParameterizedTest
  @EnumSource(names = {"READER", "SUBSCRIBER"})
  void anotherRoleIsForbidden(Role role) {
    Response answer = article().auth().oauth2(TestTokens.of(role, "ann")).post(PATH);

    assertProblem(answer, 403, "forbidden");
    assertThat(answer.jsonPath().getString("detail"))
        .contains("\"analyst\" or \"operator\"", "./tracker token");
  }

  @ParameterizedTest
  @EnumSource(names = {"ANALYST", "OPERATOR"})
  void theRightRolePostsAndRetracts(Role role) {
    String token = TestTokens.of(role, "ann");

    Response posted = article().auth().oauth2(token).post(PATH);
    Response lines =
        given()
            .auth()
            .oauth2(token)
            .contentType("application/x-ndjson")
            .body(bytes("{\"text\":\"b\"}"))
            .post(PATH);
    Response retracted =
        given()
            .auth()
            .oauth2(token)
            .contentType("application/json")
            .body("{\"reason\":\"a mistake\"}")
            .post(PATH + "/" + posted.jsonPath().getString("articleId") + "/retraction");

    assertThat(posted.statusCode()).isIn(200, 201);
    assertThat(lines.statusCode()).isEqualTo(200);
    assertThat(retracted.statusCode()).isEqualTo(200);
  }

  @Test
  void aRetractionNeedsATokenToo() {
    Response answer =
        given()
            .contentType("application/json")
            .body("{\"reason\":\"a\"}")
            .post(PATH + "/" + "0".repeat(32) + "/retraction");

    assertProblem(answer, 401, "unauthenticated");
  }

  @Test
  void readingNeedsNoToken() {
    assertThat(given().get(PATH + "/" + "0".repeat(32)).statusCode()).isEqualTo(404);
    assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
    assertThat(given().get("/q/openapi").statusCode()).isEqualTo(200);
  }

  @Test
  void rolesAreTheSameOnBothSides() {
    assertThat(Arrays.stream(Role.values()).map(Role::word))
        .containsExactlyInAnyOrderElementsOf(Roles.ALL);
    assertThat(TestTokens.environment()).isEqualTo(Keys.environment(TestTokens.keys().getPublic()));
    assertThat(Tokens.ISSUER).isEqualTo("policy-tracker");
  }

  @Test
  void aBodyOfFiftyMegabytesWithoutATokenIsAnswered() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + PATH))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[50_000_000]))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(401);
    }
  }

  /** The client would not encode this media type itself. */
  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static RequestSpecification article() {
    return given().contentType("application/json").body("{\"text\":\"a\"}");
  }

  private static void assertProblem(Response answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body().asString()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:policy-tracker:problem:" + type);
  }
}
