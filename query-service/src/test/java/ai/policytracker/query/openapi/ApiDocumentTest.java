package ai.policytracker.query.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.openapi.ApiDocument.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the check of all answers notices what is wrong with one. */
class ApiDocumentTest {
  private static final String JSON = "application/json";
  private static final String COMPANIES = whole("{\"items\":[],\"next\":null,\"seq\":0}");

  private static final String CHANGES = "{\"items\":[],\"next\":null,\"seq\":0}";

  @Test
  void anAnswerOfTheDocumentIsAccepted() {
    assertThat(ApiDocument.problems(new Answer("GET", "/v1/companies", 200, JSON, COMPANIES)))
        .isEmpty();
  }

  @Test
  void severalValuesOfAFilterAreAccepted() {
    String asked = "/v1/changes?type=ADOPTED,ENDED&company=amazon";

    assertThat(ApiDocument.problems(new Answer("GET", asked, 200, JSON, CHANGES))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/companies.csv, 200, text/csv;charset=utf-8",
    "/v1/companies, 304,",
    "/v1/nothing, 404, application/problem+json"
  })
  void anAnswerOfAnotherFormIsAccepted(String path, int status, String type) {
    String body =
        switch (status) {
          case 200 -> "company\r\namazon\r\n";
          case 404 -> "{\"type\":\"urn:x\",\"title\":\"x\",\"status\":404}";
          default -> "";
        };

    assertThat(ApiDocument.problems(new Answer("GET", path, status, type, body))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /v1/companies          | 200 | application/json | {"items":[],"next":null}
          /v1/companies          | 200 | application/json | {"items":[],"next":null,"seq":"0"}
          /v1/companies          | 200 | application/json | {"items":[],"next":null,"seq":0,"x":1}
          /v1/companies          | 200 | application/json | {"items":null,"next":null,"seq":0}
          /v1/companies          | 200 | text/html        | <p>
          /v1/companies          | 400 | application/json | {"message":"no"}
          /v1/companies?limit=0  | 200 | application/json | {"items":[],"next":null,"seq":0}
          /v1/companies?limt=1   | 200 | application/json | {"items":[],"next":null,"seq":0}
          /v1/nothing            | 200 | application/json | {}
          """)
  void anAnswerThatTheDocumentDoesNotHaveIsRefused(
      String path, int status, String type, String body) {
    assertThat(ApiDocument.problems(new Answer("GET", path, status, type, whole(body))))
        .isNotEmpty();
  }

  /** With the times that all lists have. */
  private static String whole(String body) {
    return body.replace(
        "{\"items\"",
        "{\"asOf\":\"2026-01-01\",\"knownAt\":\"2026-01-01T00:00:00.000000Z\",\"final\":true,\"items\"");
  }
}
