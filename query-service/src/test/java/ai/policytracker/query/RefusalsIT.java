package ai.policytracker.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked in a way that has no answer. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class RefusalsIT {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00.000007Z");

  @Inject ChangesTopic topic;

  @Test
  void whatCannotBeAskedIsAnsweredWithTheParametersName() {
    topic.project(START, Told.of("asked", "asked-1").on("2020-06-10"));

    refused("/v1/companies/asked/positions?asOf=junk", "asOf");
    refused("/v1/companies/asked/positions?knownAt=2020-06-12", "knownAt");
    refused("/v1/companies/asked/positions?knownAt=2999-01-01T00:00:00Z", "knownAt");
    refused("/v1/companies/asked/positions?technology=foo", "technology");
    refused("/v1/companies/asked/positions?asof=2020-06-12", "asof");
    refused("/v1/companies/asked/timeline?audience=general", "audience");
    refused("/v1/announcements/abc?knownAt=2999-01-01T00:00:00Z", "knownAt");
    refused("/v1/companies?limit=501", "limit");
    refused("/v1/companies?cursor=abc", "cursor");
    refused("/v1/changes?limit=-1", "limit");
    refused("/v1/changes?type=foo", "type");
    refused("/v1/changes?after=x", "after");
    refused("/v1/changes?limit=1&limit=2", "limit");
  }

  private static void refused(String pathAndQuery, String parameter) {
    Response response = Api.ask(pathAndQuery);
    assertThat(response.statusCode()).as(pathAndQuery).isEqualTo(400);
    assertThat(response.contentType()).isEqualTo("application/problem+json");
    assertThat(response.jsonPath().getString("errors[0].pointer")).isEqualTo(parameter);
    assertThat(response.jsonPath().getString("errors[0].detail")).isNotBlank();
  }

  @Test
  void methodsThatAPathDoesNotTakeAreRefusedWithThoseThatItTakes() {
    for (String path :
        List.of(
            "/v1/companies",
            "/v1/companies/x",
            "/v1/companies/x/positions",
            "/v1/companies/x/positions.csv",
            "/v1/changes",
            "/v1/changes.ndjson",
            "/v1/changes.atom")) {
      for (Method method : List.of(Method.POST, Method.PUT, Method.DELETE)) {
        Response response = RestAssured.given().request(method, path);

        assertThat(response.statusCode()).as(path).isEqualTo(405);
        assertThat(response.header("Allow")).as(path).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(response.jsonPath().getString("type")).endsWith(":method-not-allowed");
      }
      assertThat(RestAssured.options(path).header("Allow")).as(path).contains("GET");
    }
    assertThat(RestAssured.post("/v1/companies/x/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void acceptHeaderThatIsNoneIsRefusedAlsoWhereTheAnswerIsInMemory() {
    topic.project(START, Told.of("accepted", "accepted-1").on("2020-06-10"));
    String path = "/v1/companies/accepted";
    Api.get(path);

    for (String accept : List.of("foo", "application/json, foo", "a/b/c")) {
      Response response = RestAssured.given().header("Accept", accept).get(path);

      assertThat(response.statusCode()).as(accept).isEqualTo(400);
      assertThat(response.jsonPath().getString("errors[0].pointer")).isEqualTo("Accept");
      assertThat(response.jsonPath().getString("instance")).isEqualTo(path);
    }
  }

  @Test
  void whatIsNotKnownIsNotFound() {
    for (String path :
        List.of(
            "/v1/companies/nobody",
            "/v1/companies/nobody/positions",
            "/v1/companies/nobody/timeline",
            "/v1/companies/No%20Slug/positions",
            "/v1/companies/%00",
            "/v1/companies/%00/timeline",
            "/v1/announcements/abc",
            "/v1/announcements/%00",
            "/v1/announcements/" + "a".repeat(500))) {
      Response response = Api.ask(path);

      assertThat(response.statusCode()).as(path).isEqualTo(404);
      assertThat(response.contentType()).as(path).isEqualTo("application/problem+json");
    }
  }

  @Test
  void documentNamesTheRoutesAndTheirParameters() {
    String document = Api.ask("/q/openapi").asString();

    assertThat(document)
        .contains("/v1/companies/{company}/positions", "/v1/changes", "/v1/announcements/{id}")
        .contains("asOf", "knownAt");
  }
}
