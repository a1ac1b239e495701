package ai.policytracker.ingest.article;

import static ai.policytracker.ingest.article.Articles.PATH;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.ingest.StackResource;
import ai.policytracker.ingest.Tables;
import ai.policytracker.quickstart.identity.Role;
import ai.policytracker.quickstart.identity.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RefusalIT {
  static final List<BadArticles> BAD = BadArticles.ALL;
  private static final String TYPE = "urn:policy-tracker:problem:";
  private static final int FIFTY_MB = 50_000_000;

  @Inject Tables tables;

  @ParameterizedTest
  @FieldSource("BAD")
  void aBadArticleIsRefusedWithItsFieldAndNothingOfItIsStored(BadArticles bad) {
    List<String> before = tables.everything();

    Response answer =
        given()
            .contentType("application/json")
            .body(bad.body().getBytes(StandardCharsets.UTF_8))
            .post(PATH);

    assertProblem(answer, bad.status(), "invalid-request");
    assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly(bad.pointer());
    assertThat(answer.jsonPath().getString("errors[0].detail")).isNotBlank();
    assertThat(tables.everything()).isEqualTo(before);
  }

  @Test
  void aBodyOfFiftyMegabytesIsAnsweredAndNotKept() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + PATH))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(RefusalIT::hugeArticle))
            .build();

    HttpResponse<String> answer;
    try (HttpClient client = HttpClient.newHttpClient()) {
      answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("\"pointer\":\"/text\"");
  }

  private static InputStream hugeArticle() {
    byte[] head = "{\"title\":\"huge\",\"text\":\"".getBytes(StandardCharsets.UTF_8);
    InputStream text =
        new InputStream() {
          private int left = FIFTY_MB;

          @Override
          public int read() {
            return left-- > 0 ? 'a' : -1;
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(head), text);
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    byte[] latin1 = "{\"text\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

    Response answer = given().contentType("application/json").body(latin1).post(PATH);

    assertProblem(answer, 400, "invalid-request");
  }

  @Test
  void otherContentTypesAreRefused() {
    assertProblem(
        given().contentType("text/plain").body("a").post(PATH), 415, "unsupported-media-type");
    assertProblem(
        given().contentType("application/xml").body("<a/>").post(PATH),
        415,
        "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"junk", "application/json, text/plain", "/", "a/b/c"})
  void whatIsNoContentTypeIsRefused(String type) throws IOException, InterruptedException {
    assertThat(statusOf("Content-Type", type)).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br"})
  void compressedBodiesAreRefused(String encoding) throws IOException, InterruptedException {
    assertThat(statusOf("Content-Encoding", encoding)).isEqualTo(415);
  }

  /** Sent as it stands, which the usual client would not do. */
  private static int statusOf(String header, String value)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + PATH))
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"x\"}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
  }

  @Test
  void unknownArticlesAndPathsAreNotFound() {
    String unknown = PATH + "/" + "0".repeat(32);
    for (String path : List.of(unknown, unknown + "/claims", PATH + "/no-id", PATH + "/%00")) {
      assertProblem(given().urlEncodingEnabled(false).get(path), 404, "not-found");
    }
    assertProblem(given().get("/v2/articles"), 404, "not-found");
    assertProblem(retract(unknown, "{\"reason\":\"a\"}"), 404, "not-found");
  }

  @Test
  void otherMethodsAreRefused() {
    assertProblem(given().put(PATH), 405, "method-not-allowed");
    assertProblem(given().delete(PATH + "/" + "0".repeat(32)), 405, "method-not-allowed");
  }

  @Test
  void aTokenThatComesIsJudgedEvenFromLoopback() {
    String reader = TestTokens.of(Role.READER, "ann");

    assertProblem(article().auth().oauth2("junk").post(PATH), 401, "unauthenticated");
    assertProblem(article().auth().oauth2(reader).post(PATH), 403, "forbidden");
  }

  private static RequestSpecification article() {
    return given().contentType("application/json").body("{\"text\":\"a\"}");
  }

  @Test
  void aRetractionNeedsAReason() {
    for (String body : List.of("{}", "{\"reason\":\" \"}", "{\"reason\":1}")) {
      Response answer = retract(PATH + "/" + "0".repeat(32), body);
      assertProblem(answer, 400, "invalid-request");
      assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/reason");
    }
  }

  private static Response retract(String path, String body) {
    return given().contentType("application/json").body(body).post(path + "/retraction");
  }

  private static void assertProblem(Response answer, int status, String type) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getString("type")).isEqualTo(TYPE + type);
    assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
    assertThat(answer.body().asString())
        .doesNotContain("Exception", "ai.policytracker", "jackson", "@Consumes", "\tat ");
  }
}
