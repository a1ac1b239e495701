package ai.policytracker.query;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Until;
import ai.policytracker.event.Verdict;
import ai.policytracker.policy.Change;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What analysts decide, what companies lobby for, and what sources disagree on. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class DecisionsIT {
  private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

  @Inject ChangesTopic topic;
  @Inject Database database;

  private final WriteSide writeSide = new WriteSide(START);

  private void project(List<Change> changes) {
    topic.sendChanges(changes);
    changes.forEach(change -> Api.waitForChanges(change.company(), change.version()));
  }

  private void project(Told... told) {
    for (Told each : told) {
      project(writeSide.append(each.event()));
    }
  }

  @Test
  void disagreementNamesTheArticlesOfEachSide() {
    Told year =
        Told.of("disputed", "year-1").on("2020-06-10").until(Until.duration(Period.ofYears(1)));
    Told law =
        Told.of("disputed", "law-1").on("2020-06-10").until(Until.condition("there is a law"));
    project(year, law);
    String expected = "[{\"field\":\"until\",\"sides\":[{\"value\":";

    JsonNode contested =
        Api.get("/v1/companies/disputed/positions?asOf=2020-06-12")
            .get("positions")
            .get(0)
            .get("contested");

    assertThat(contested.toString()).startsWith(expected);
    JsonNode sides = contested.get(0).get("sides");
    assertThat(sides.get(0).get("value").get("duration").asText()).isEqualTo("P1Y");
    assertThat(sides.get(0).get("sources").toString()).isEqualTo("[\"year-1\"]");
    assertThat(sides.get(0).get("sourceCount").asInt()).isEqualTo(1);
    assertThat(sides.get(1).get("value").get("condition").asText()).isEqualTo("there is a law");
    assertThat(sides.get(1).get("sources").toString()).isEqualTo("[\"law-1\"]");
    assertThat(Api.get("/v1/companies/disputed/timeline").get("items").get(0).get("contested"))
        .isEqualTo(contested);
    assertThat(Api.get("/v1/announcements/" + year.claimId()).get("contested"))
        .isEqualTo(contested);
  }

  @Test
  void rejectedAnnouncementIsPendingUntilTheReviewIsTakenBack() {
    Told told = Told.of("reviewed", "reviewed-1").on("2020-06-10");
    project(told);
    String asked = "/v1/companies/reviewed/positions?asOf=2020-06-12";

    project(writeSide.append(told.reviewed(1, Verdict.REJECTED)));
    JsonNode rejected = Api.get(asked);
    project(writeSide.append(told.reviewed(2, Verdict.REOPENED)));
    JsonNode reopened = Api.get(asked);

    assertThat(rejected.get("positions")).isEmpty();
    assertThat(rejected.get("pending").findValuesAsText("reason")).containsExactly("rejected");
    assertThat(reopened.get("positions")).hasSize(1);
    assertThat(reopened.get("pending")).isEmpty();
  }

  @Test
  void announcementThatAStricterOneOfItsDayKeepsOutIsNotPending() {
    project(
        Told.of("strict", "strict-1").on("2020-06-10").says(Kind.BAN),
        Told.of("strict", "strict-1").on("2020-06-10").says(Kind.PERMISSION));

    JsonNode answer = Api.get("/v1/companies/strict/positions?asOf=2020-06-12");

    assertThat(answer.get("positions").findValuesAsText("status")).containsExactly("PROHIBITED");
    assertThat(answer.get("pending")).isEmpty();
  }

  @Test
  void correctedAudienceMovesTheClaimAtOneKnownTime() {
    Told told = Told.of("moved", "moved-1").on("2020-06-10");
    project(told);
    project(writeSide.append(told.corrected(1, f -> f.put("audience", "general"))));

    JsonNode answer = Api.get("/v1/companies/moved/positions?asOf=2020-06-12");

    assertThat(answer.get("positions").findValuesAsText("audience")).containsExactly("general");
    assertThat(answer.get("positions").get(0).get("sources")).hasSize(1);
    Instant before = writeSide.changes().getFirst().recordedAt();
    assertThat(
            Api.get("/v1/companies/moved/positions?asOf=2020-06-12&knownAt=" + before)
                .get("positions")
                .findValuesAsText("audience"))
        .containsExactly("law-enforcement");
  }

  @Test
  void questionIsAnsweredByTheExactSubjectFirstAndThenByWiderOnes() {
    project(
        Told.of("wide", "wide-1").on("2020-06-10").to(Audience.GENERAL),
        Told.of("wide", "wide-2").on("2020-06-11").in("US"),
        Told.of("wide", "wide-3").on("2020-06-12").says(Kind.BAN).in("US-CA"),
        Told.of("wide", "wide-4").on("2020-06-12").to(Audience.MILITARY));
    String asked = "/v1/companies/wide/positions?asOf=2020-07-01";

    assertThat(matches(asked)).hasSize(4).allMatch(m -> m.endsWith("EXACT"));
    assertThat(matches(asked + "&audience=law-enforcement&jurisdiction=US-CA"))
        .containsExactly(
            "law-enforcement US-CA EXACT", "general null WIDER", "law-enforcement US WIDER");
    assertThat(matches(asked + "&audience=law-enforcement&jurisdiction=US"))
        .containsExactly("law-enforcement US EXACT", "general null WIDER");
    assertThat(matches(asked + "&jurisdiction=GB"))
        .containsExactly("general null WIDER", "military null WIDER");
    assertThat(matches(asked + "&activity=TRAINING&audience=military")).isEmpty();
    assertThat(matches(asked + "&activity=PROVISION&audience=military"))
        .containsExactly("military null EXACT", "general null WIDER");
  }

  private static List<String> matches(String asked) {
    List<String> matches = new ArrayList<>();
    Api.get(asked)
        .get("positions")
        .forEach(
            position ->
                matches.add(
                    String.join(
                        " ",
                        position.get("subject").get("audience").asText(),
                        position.get("subject").get("jurisdiction").asText(),
                        position.get("match").asText())));
    return matches;
  }

  @Test
  void feedTellsOfIdentityAndOfStancesOnNamedActs() {
    Target act = new Target("AI Act", TargetType.REGULATION, "EU", null);
    project(Told.of("fed-old", "fed-old-1").on("2020-06-10").takes(Stance.SEEKS_CHANGES, act));
    project(writeSide.merge("fed-old", "fed-new", 1));

    JsonNode changes = Api.get("/v1/changes?company=fed-old").get("items");

    assertThat(changes.findValuesAsText("type")).startsWith("STANCE_TAKEN").contains("MERGED");
    assertThat(changes.get(0).get("subject").get("target").asText()).isEqualTo("act:aiact");
    assertThat(changes.get(0).get("subject").get("technology").isNull()).isTrue();
    JsonNode identity = changes.get(1);
    assertThat(identity.get("subject").isNull()).isTrue();
    assertThat(identity.get("mergedInto").asText()).isEqualTo("fed-new");
    assertThat(identity.get("reached").isNull()).isTrue();
    assertThat(Api.get("/v1/changes?company=fed-old&type=MERGED").get("items")).hasSize(2);
    assertThat(Api.get("/v1/changes?company=fed-old&technology=general-ai").get("items")).isEmpty();
  }

  @Test
  void whileTheModelIsFilledAgainTheFeedWaitsAndTheServiceIsNotReady() {
    project(Told.of("refilled", "refilled-1").on("2020-06-10"));
    String shard = "UPDATE query.shard SET refilled_at = %s WHERE shard = 0";
    database.execute(shard.formatted("next_offset + 5"));

    JsonNode items = Api.get("/v1/changes").get("items");
    Response ready = Api.ask("/q/health/ready");
    database.execute(shard.formatted("0"));

    assertThat(items).isEmpty();
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.asString()).contains("\"changes to be projected again\": 5");
    assertThat(Api.get("/v1/changes").get("items")).isNotEmpty();
    assertThat(Api.ask("/q/health/ready").statusCode()).isEqualTo(200);
  }
}
