package ai.policytracker.ingest;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.quickstart.docs.AnswerExamples;
import ai.policytracker.quickstart.docs.CommittedDocument;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OpenApiIT {
  private static final AnswerExamples EXAMPLES =
      new AnswerExamples(Path.of("src", "main", "resources", "openapi-examples"));
  private static final Path FILE = Path.of("..", "docs", "api", "ingest-service.openapi.yaml");

  @Test
  void theCommittedDocumentIsWhatTheServiceTells() throws IOException {
    String served = get("/q/openapi").asString();

    assertThat(new CommittedDocument(FILE).differenceFrom(served)).isEmpty();
  }

  @Test
  void examplesAreWhatTheServiceAnswers() throws IOException {
    String posted = answer("postArticles", "/v1/articles");
    String article = "/v1/articles/" + JsonPath.from(posted).getString("articleId");

    assertThat(EXAMPLES.shows("postArticles", posted)).as(posted).isTrue();
    assertThat(EXAMPLES.shows("getArticlesById", get(article).asString())).isTrue();
    assertThat(EXAMPLES.shows("getArticlesByIdClaims", get(article + "/claims").asString()))
        .isTrue();
    String retracted = answer("postArticlesByIdRetraction", article + "/retraction");
    assertThat(EXAMPLES.shows("postArticlesByIdRetraction", retracted)).as(retracted).isTrue();
  }

  private static String answer(String operation, String path) throws IOException {
    return given()
        .contentType("application/json")
        .body(EXAMPLES.request(operation))
        .post(path)
        .asString();
  }
}
