package ai.policytracker.policyservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

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
        .urlEncodingEnabled(false)
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
          correction | {"changes": {"kind": "SHRUG"}, "reason": "x"}                    | /changes/kind           | LOBBYING_STANCE
          correction | {"changes": {"kind": null}, "reason": "x"}                       | /changes/kind           | must be given
          correction | {"changes": {"technology": ["a"]}, "reason": "x"}                | /changes/technology     | general-ai
          correction | {"changes": {"evidence": []}, "reason": "x"}                     | /changes/evidence       | cannot be corrected
          correction | {"changes": {"stance": "SUPPORTS"}, "reason": "x"}               | /changes/stance         | goes with LOBBYING_STANCE
          correction | {"changes": {"effectiveFrom": "soon"}, "reason": "x"}            | /changes/effectiveFrom  | 2020-06-12
          correction | {"changes": {"effectiveFrom": "-0001-12-31"}, "reason": "x"}     | /changes/effectiveFrom  | years
          correction | {"changes": {"until": 5}, "reason": "x"}                         | /changes/until          | object
          correction | {"changes": {"until": {"duration": "1y"}}, "reason": "x"}        | /changes/until/duration | P1Y
          correction | {"changes": {"until": {"duration": "P9999999Y"}}, "reason": "x"} | /changes/until/duration | 1000 years
          correction | {"changes": {"until": {"date": "1990-01-01"}}, "reason": "x"}    | /changes/until/date     | after the start
          correction | {"changes": {"until": {"when": 1, "indefinite": true}}, "reason": "x"}         | /changes/until/when     | not known
          correction | {"changes": {"until": {"condition": "a\\u0000"}}, "reason": "x"} | /changes/until/condition | NUL
          correction | {"reason": "x"}                                                  | /changes                | object
          correction | {"changes": {}}                                                  | /reason                 | why
          correction | {"changes": {}, "reason": "x", "why": 1}                         | /why                    | not known
          retraction | {"reason": " "}                                                  | /reason                 | why
          retraction | {"reason": 5}                                                    | /reason                 | why
          retraction | [                                                                | ''                      | no JSON
          retraction | {"reason": "a\\u0000b"}                                          | /reason                 | NUL
          """)
  void aBadCommandIsRefusedAndStoresNothing(
      String command, String body, String pointer, String detail) {
    String claim = claimOf("bad-command");
    long events = events();
    String path = "/v1/claims/" + claim + "/" + command;

    post(path, body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("instance", equalTo(path))
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].detail", containsString(detail))
        .body("errors[0].detail", not(containsString("java")))
        .body("errors[0].detail", not(containsString("ai.policytracker")));

    assertThat(events()).isEqualTo(events);
  }

  @Test
  void parametersThatARouteDoesNotTakeAreRefusedByTheirNames() {
    String claim = claimOf("asked-oddly");

    for (String asked : List.of("/v1/claims/" + claim + "?asOf=2020-01-01", "/v1/reviews?asOf=x")) {
      given().get(asked).then().statusCode(400).body("errors[0].pointer", equalTo("asOf"));
    }
    post("/v1/claims/" + claim + "/retraction?dryRun=true", REASON)
        .statusCode(400)
        .body("errors[0].pointer", equalTo("dryRun"));
    given().get("/v1/claims/" + claim).then().body("holds", equalTo(true));
    given().urlEncodingEnabled(false).get("/v1/reviews?company=%00").then().statusCode(400);
    given().get("/v1/reviews?cursor=NSAA").then().statusCode(400);
  }

  @Test
  void whatIsNotKnownIsNotFound() {
    post("/v1/claims/%00/retraction", REASON).statusCode(404);
    post("/v1/companies/%00/unmerge", REASON).statusCode(404);
    post("/v1/articles/%00/retraction", REASON).statusCode(404);
    post("/v1/claims/nobody/retraction", REASON).statusCode(404);
    post("/v1/companies/nobody/unmerge", REASON).statusCode(404);
    post("/v1/articles/nobody/retraction", REASON).statusCode(404);
    claimOf("somebody");
    post("/v1/companies/somebody/merge", "{\"into\": \"nobody\", \"reason\": \"x\"}")
        .statusCode(404)
        .body("instance", equalTo("/v1/companies/somebody/merge"));
    post("/v1/companies/somebody/merge", "{\"into\": \"somebody\", \"reason\": \"x\"}")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/into"));
  }

  private long events() {
    return pool.query("SELECT count(*) FROM policy_event")
        .executeAndAwait()
        .iterator()
        .next()
        .getLong(0);
  }
}
