package ai.policytracker.policyservice;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Until;
import ai.policytracker.quickstart.docs.AnswerExamples;
import ai.policytracker.quickstart.docs.CommittedDocument;
import ai.policytracker.quickstart.identity.Role;
import ai.policytracker.quickstart.identity.TestTokens;
import ai.policytracker.shell.BatchSender;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OpenApiIT {
  private static final AnswerExamples EXAMPLES =
      new AnswerExamples(Path.of("src", "main", "resources", "openapi-examples"));
  private static final Path FILE = Path.of("..", "docs", "api", "policy-service.openapi.yaml");

  @Inject BatchSender sender;

  @Test
  void theCommittedDocumentIsWhatTheServiceTells() throws IOException {
    String served = get("/q/openapi").asString();

    assertThat(new CommittedDocument(FILE).differenceFrom(served)).isEmpty();
  }

  @Test
  void examplesAreWhatTheServiceAnswers() throws IOException {
    String kept = "/v1/claims/" + claimOf("facebook", 1);
    claimOf("meta", 1);

    shows("getClaimsById", get(kept).asString());
    decide("postReviewsById", kept.replace("claims", "reviews"));
    decide("postClaimsByIdCorrection", kept + "/correction");
    decide("postClaimsByIdRetraction", "/v1/claims/" + claimOf("facebook", 2) + "/retraction");
    claimOf("facebook", 3);
    decide("postArticlesByIdRetraction", "/v1/articles/facebook-pause-3/retraction");
    decide("postCompaniesByIdMerge", "/v1/companies/facebook/merge");
    decide("postCompaniesByIdUnmerge", "/v1/companies/facebook/unmerge");
  }

  private static void decide(String operation, String path) throws IOException {
    String answer =
        given()
            .auth()
            .oauth2(TestTokens.of(Role.ANALYST, "ann"))
            .contentType("application/json")
            .body(EXAMPLES.request(operation))
            .post(path)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    shows(operation, answer);
  }

  private static void shows(String operation, String answer) throws IOException {
    assertThat(EXAMPLES.shows(operation, answer)).as("%s: %s", operation, answer).isTrue();
  }

  private String claimOf(String company, int article) {
    PolicyEvent event =
        Histories.pause(
            company,
            article,
            LocalDate.of(2020, article, 10),
            Until.condition("a law is in place"));
    sender.send(List.of(new ProducerRecord<>(Topics.CLAIMS, company, EventCodec.encode(event))));
    String claimId = ((ClaimAnnounced) event).claimId();
    while (get("/v1/claims/" + claimId).statusCode() != 200) {
      LockSupport.parkNanos(20_000_000);
    }
    return claimId;
  }
}
