package ai.policytracker.policyservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policyservice.rebuild.Rebuild;
import ai.policytracker.quickstart.identity.Role;
import ai.policytracker.quickstart.identity.TestTokens;
import ai.policytracker.shell.BatchSender;
import ai.policytracker.wire.EventCodec;
import ai.policytracker.wire.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DecisionsIT {
  private static final String REASON = "{\"reason\": \"misread\"}";

  @Inject BatchSender sender;
  @Inject Pool pool;
  @Inject Rebuild rebuild;

  private String claimOf(String company) {
    PolicyEvent event = Histories.of(company, 1, 1).getFirst();
    sender.send(List.of(new ProducerRecord<>(Topics.CLAIMS, company, EventCodec.encode(event))));
    String claimId = ((ClaimAnnounced) event).claimId();
    while (pool.preparedQuery("SELECT FROM claim_state WHERE claim_id = $1")
            .executeAndAwait(Tuple.of(claimId))
            .size()
        == 0) {
      LockSupport.parkNanos(20_000_000);
    }
    return claimId;
  }

  private static RequestSpecification analyst() {
    return given()
        .auth()
        .oauth2(TestTokens.of(Role.ANALYST, "ann"))
        .contentType("application/json");
  }

  private static ValidatableResponse post(String path, String body) {
    return analyst().body(body).post(path).then();
  }

  @Test
  void aRetractionTakesTheClaimOutAndACorrectionOfNothingBringsItBack() {
    String claim = claimOf("taken");

    post("/v1/claims/" + claim + "/retraction", REASON)
        .statusCode(200)
        .body("changes[0].type", equalTo("RETRACTED"))
        .body("changes[0].company", equalTo("taken"));
    given().get("/v1/claims/" + claim).then().body("holds", equalTo(false));
    post("/v1/claims/" + claim + "/retraction", REASON).statusCode(409);
    post(
            "/v1/claims/" + claim + "/correction",
            "{\"changes\": {}, \"reason\": \"right after all\"}")
        .statusCode(200)
        .body("changes[0].type", equalTo("CORRECTED"));

    given().get("/v1/claims/" + claim).then().body("holds", equalTo(true));
    assertThat(rebuild.run(false, line -> {})).isEmpty();
  }

  @Test
  void aCorrectionMovesTheClaimToAnotherCompanyOfAnotherShard() {
    String claim = claimOf("wrong-name");
    claimOf("right-name");

    post(
            "/v1/claims/" + claim + "/correction",
            "{\"changes\": {\"company\": \"right-name\"}, \"reason\": \"namesake\"}")
        .statusCode(200)
        .body("changes.company", hasItem("wrong-name"))
        .body("changes.company", hasItem("right-name"));

    given().get("/v1/claims/" + claim).then().body("claim.company", equalTo("right-name"));
    assertThat(rebuild.run(false, line -> {})).isEmpty();
  }

  @Test
  void aMergeMovesEverythingAndAnUnmergeBringsItBack() {
    claimOf("old-name");
    claimOf("new-name");

    post("/v1/companies/old-name/merge", "{\"into\": \"new-name\", \"reason\": \"renamed\"}")
        .statusCode(200)
        .body("changes.type", hasItem("MERGED"));
    post("/v1/companies/old-name/merge", "{\"into\": \"new-name\", \"reason\": \"renamed\"}")
        .statusCode(409)
        .body("detail", containsString("is merged into new-name"));
    post("/v1/companies/new-name/merge", "{\"into\": \"old-name\", \"reason\": \"renamed\"}")
        .statusCode(409);
    assertThat(rebuild.run(false, line -> {})).isEmpty();
    post("/v1/companies/old-name/unmerge", REASON)
        .statusCode(200)
        .body("changes.type", hasItem("UNMERGED"));

    assertThat(rebuild.run(false, line -> {})).isEmpty();
  }

  @Test
  void aReviewRejectsAndReopensAnAnnouncement() {
    String claim = claimOf("reviewed");

    post("/v1/reviews/" + claim, "{\"decision\": \"REJECT\", \"reason\": \"a hoax\"}")
        .statusCode(200)
        .body("changes[0].type", equalTo("RETRACTED"));
    post("/v1/reviews/" + claim, "{\"decision\": \"REJECT\", \"reason\": \"a hoax\"}")
        .statusCode(409);
    post("/v1/reviews/" + claim, "{\"decision\": \"REOPEN\", \"reason\": \"not sure\"}")
        .statusCode(200)
        .body("changes[0].type", equalTo("CORRECTED"));

    assertThat(rebuild.run(false, line -> {})).isEmpty();
  }

  @Test
  void whoHasLookedAtAnEarlierStateIsRefused() {
    String claim = claimOf("stale");
    String tag = given().get("/v1/claims/" + claim).then().extract().header("ETag");

    analyst()
        .header("If-Match", tag)
        .body(REASON)
        .post("/v1/claims/" + claim + "/retraction")
        .then()
        .statusCode(200);

    analyst()
        .header("If-Match", tag)
        .body("{\"changes\": {}, \"reason\": \"no\"}")
        .post("/v1/claims/" + claim + "/correction")
        .then()
        .statusCode(412)
        .contentType("application/problem+json")
        .body("detail", containsString("revision"));
  }

  @Test
  void withoutTheRoleNothingIsDecided() {
    String claim = claimOf("guarded");

    given()
        .contentType("application/json")
        .body(REASON)
        .post("/v1/claims/" + claim + "/retraction")
        .then()
        .statusCode(401);
    given()
        .auth()
        .oauth2(TestTokens.of(Role.READER, "rob"))
        .contentType("application/json")
        .body(REASON)
        .post("/v1/claims/" + claim + "/retraction")
        .then()
        .statusCode(403);

    given().get("/v1/claims/" + claim).then().body("holds", equalTo(true));
  }

  @Test
  void theActorAndTheReasonAreInTheEvent() {
    String claim = claimOf("signed");

    post("/v1/claims/" + claim + "/retraction", REASON).statusCode(200);

    String payload =
        pool.preparedQuery(
                "SELECT payload::text FROM policy_event WHERE about = $1 AND type = 'ClaimRetracted'")
            .executeAndAwait(Tuple.of(claim))
            .iterator()
            .next()
            .getString(0);
    assertThat(payload).contains("\"actor\":\"ann\"").contains("\"reason\":\"misread\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          correction | {"changes": {"kind": "SHRUG"}, "reason": "x"}        | SHRUG
          correction | {"changes": {"evidence": []}, "reason": "x"}         | cannot be corrected
          correction | {"changes": {"stance": "SUPPORTS"}, "reason": "x"}   | goes with LOBBYING_STANCE
          correction | {"reason": "x"}                                      | changes
          correction | {"changes": {}}                                      | reason
          correction | {"changes": {}, "reason": "x", "why": 1}             | why
          retraction | {"reason": " "}                                      | reason
          retraction | {"reason": 5}                                        | reason
          retraction | [                                                    | no JSON
          retraction | {"reason": "a\\u0000b"}                              | NUL
          """)
  void aBadCommandIsRefusedAndStoresNothing(String command, String body, String detail) {
    String claim = claimOf("bad-command");
    long events = events();

    post("/v1/claims/" + claim + "/" + command, body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString(detail));

    assertThat(events()).isEqualTo(events);
  }

  @Test
  void whatIsNotKnownIsNotFound() {
    post("/v1/claims/nobody/retraction", REASON).statusCode(404);
    post("/v1/companies/nobody/unmerge", REASON).statusCode(404);
    post("/v1/articles/nobody/retraction", REASON).statusCode(404);
    claimOf("somebody");
    post("/v1/companies/somebody/merge", "{\"into\": \"nobody\", \"reason\": \"x\"}")
        .statusCode(404);
  }

  private long events() {
    return pool.query("SELECT count(*) FROM policy_event")
        .executeAndAwait()
        .iterator()
        .next()
        .getLong(0);
  }
}
