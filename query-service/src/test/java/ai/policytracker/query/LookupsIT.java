package ai.policytracker.query;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
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

/** What is looked up by a word, an id or a topic. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class LookupsIT {
  private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

  @Inject ChangesTopic topic;

  @Test
  void announcementTellsAllThatIsSaidOfIt() {
    Told year =
        Told.of("complete", "complete-1").on("2020-06-10").until(Until.duration(Period.ofYears(1)));
    Told law =
        Told.of("complete", "complete-2").on("2020-06-11").until(Until.condition("there is a law"));
    topic.project(START, year, law);
    String path = "/v1/announcements/" + law.claimId();

    JsonNode found = Api.get(path + "?asOf=2020-07-01");

    assertThat(found.get("inForce").asBoolean()).isTrue();
    assertThat(found.get("asOf").asText()).isEqualTo("2020-07-01");
    assertThat(found.get("timeline").findValuesAsText("status"))
        .containsExactly("PAUSED", "LAPSED");
    assertThat(found.get("sources").findValuesAsText("articleId"))
        .containsExactly("complete-1", "complete-2");
    assertThat(found.get("contested").findValuesAsText("field")).contains("until");
    JsonNode claim = found.get("claims").get(0);
    assertThat(claim.get("company").asText()).isEqualTo("complete");
    assertThat(claim.get("technology").asText()).isEqualTo("facial-recognition");
    assertThat(claim.get("announcedOn").get("date").asText()).startsWith("2020-06-1");
    assertThat(claim.get("evidence").get(0).get("quote").asText()).isNotBlank();
    assertThat(claim.get("evidence").get(0).get("textHash").asText()).isNotBlank();
    assertThat(Api.get(path + "?asOf=2021-07-01").get("inForce").asBoolean()).isFalse();
    assertThat(Api.get(path + "?asOf=2020-06-01").get("inForce").asBoolean()).isFalse();
  }

  @Test
  void articleTellsItsClaimsAndWhereTheyCount() {
    Told ban = Told.of("printed", "printed-article").says(Kind.BAN).on("2020-06-10");
    Told weak =
        Told.of("printed", "printed-article").to(Audience.MILITARY).on("2020-06-10").sure(0.2);
    topic.project(START, ban, weak);

    JsonNode article = Api.get("/v1/articles/printed-article");

    assertThat(article.get("articleId").asText()).isEqualTo("printed-article");
    assertThat(article.get("title").asText()).isEqualTo("Title of printed-article");
    assertThat(article.get("publisher").asText()).isEqualTo("Publisher of printed-article");
    assertThat(article.get("announcements").toString()).isEqualTo("[\"" + ban.claimId() + "\"]");
    assertThat(article.get("claims")).hasSize(2);
    assertThat(article.get("claims").findValuesAsText("claimId"))
        .containsExactlyInAnyOrder(ban.claimId(), weak.claimId());
    assertThat(
            Api.ask("/v1/articles/printed-article?knownAt=" + START.minusSeconds(1)).statusCode())
        .isEqualTo(404);
    for (String id : List.of("nothing", "%00", "a%20b", "x".repeat(300))) {
      assertThat(Api.ask("/v1/articles/" + id).statusCode()).as(id).isEqualTo(404);
    }
  }

  @Test
  void companyWithoutAPolicyIsCoveredAndAnUnknownOneIsNot() {
    topic.project(START, Told.of("hesitating", "hesitating-1"));

    JsonNode company = Api.get("/v1/companies/hesitating");
    Response unknown = Api.ask("/v1/companies/never-heard-of");

    assertThat(company.get("positions").asInt()).isZero();
    assertThat(company.get("coverage").get("articles").asInt()).isEqualTo(1);
    assertThat(company.get("coverage").get("claims").asInt()).isEqualTo(1);
    assertThat(company.get("coverage").get("publishers").asInt()).isEqualTo(1);
    assertThat(company.get("coverage").get("lastRead").isNull()).isFalse();
    assertThat(company.get("lastChange").get("type").asText()).isEqualTo("NOTED");
    assertThat(Api.get("/v1/companies/hesitating/positions").get("positions")).isEmpty();
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.jsonPath().getString("detail")).contains("not covered", "never-heard-of");
    JsonNode before = Api.get("/v1/companies/hesitating?knownAt=" + START.minusSeconds(1));
    assertThat(before.get("coverage").get("articles").asInt()).isZero();
    assertThat(before.get("version").asInt()).isZero();
    assertThat(before.get("lastChange").isNull()).isTrue();
  }

  @Test
  void lastChangeIsThatOfTheKnownTime() {
    WriteSide writeSide =
        topic.project(
            START,
            Told.of("versioned", "versioned-1").on("2020-06-10"),
            Told.of("versioned", "versioned-2").on("2020-06-10"));
    Instant first = writeSide.changes().getFirst().recordedAt();

    JsonNode then = Api.get("/v1/companies/versioned?knownAt=" + first);

    assertThat(then.get("version").asInt()).isEqualTo(1);
    assertThat(then.get("lastChange").get("type").asText()).isEqualTo("ADOPTED");
    assertThat(then.get("lastChange").get("validFrom").asText()).isEqualTo("2020-06-10");
    assertThat(Api.get("/v1/companies/versioned").get("lastChange").get("type").asText())
        .isEqualTo("CORROBORATED");
  }

  @Test
  void topicsCountPositionsByStatusAndStances() {
    String then = "/v1/topics?asOf=2020-07-01&knownAt=";
    topic.project(
        START,
        Told.of("counted", "counted-1").about(Technology.AUTONOMOUS_VEHICLES).on("2020-06-10"),
        Told.of("counted", "counted-2")
            .about(Technology.AUTONOMOUS_VEHICLES)
            .to(Audience.MILITARY)
            .says(Kind.BAN)
            .on("2020-06-10"),
        Told.of("counted", "counted-3")
            .about(Technology.AUTONOMOUS_VEHICLES)
            .takes(
                Stance.OPPOSES,
                new Target(null, TargetType.BAN, "US", Technology.AUTONOMOUS_VEHICLES))
            .on("2020-06-10"));

    JsonNode now = topic(Api.get(then + START.plusSeconds(1)), "autonomous-vehicles");
    JsonNode before = topic(Api.get(then + START.minusSeconds(1)), "autonomous-vehicles");

    assertThat(now.get("positions").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(now.get("statuses").findValuesAsText("status")).contains("PAUSED", "PROHIBITED");
    assertThat(now.get("stances").findValuesAsText("stance")).contains("OPPOSES");
    long sum = 0;
    for (JsonNode status : now.get("statuses")) {
      sum += status.get("positions").asLong();
    }
    assertThat(sum).isEqualTo(now.get("positions").asLong());
    assertThat(before.get("positions").asInt()).isZero();
    assertThat(Api.get("/v1/topics").get("items")).hasSize(Technology.values().length);
  }

  private static JsonNode topic(JsonNode topics, String technology) {
    List<JsonNode> found = new ArrayList<>();
    topics
        .get("items")
        .forEach(
            item -> {
              if (item.get("technology").asText().equals(technology)) {
                found.add(item);
              }
            });
    return found.getFirst();
  }

  @Test
  void vocabularyHasAMeaningForEveryValue() {
    JsonNode fields = Api.get("/v1/vocabulary").get("items");

    assertThat(fields.findValuesAsText("name"))
        .contains("kind", "status", "technology", "standing", "changeType", "precision");
    assertThat(fields.findValuesAsText("value"))
        .contains("facial-recognition", "PAUSE", "LAPSED", "SEEKS_CHANGES", "undated");
    assertThat(fields.findValuesAsText("meaning"))
        .hasSameSizeAs(fields.findValuesAsText("value"))
        .allSatisfy(meaning -> assertThat(meaning).isNotBlank());
  }

  @Test
  void listsRefuseWhatTheyCannotRead() {
    for (String asked :
        List.of(
            "/v1/positions?technology=foo",
            "/v1/positions?technology=facial-recognition,",
            "/v1/positions?status=paused",
            "/v1/positions?jurisdiction=XX",
            "/v1/positions?company=No",
            "/v1/positions?company=" + "a,".repeat(501) + "a",
            "/v1/positions?groupBy=nothing",
            "/v1/positions?limit=0",
            "/v1/positions?limit=1001",
            "/v1/positions?cursor=abc",
            "/v1/positions?knownAt=2999-01-01T00:00:00Z",
            "/v1/stances?type=LAW",
            "/v1/stances?target=%00",
            "/v1/topics?asOf=x",
            "/v1/companies?knownAt=x",
            "/v1/vocabulary?x=1",
            "/v1/articles/x?knownAt=2999-01-01T00:00:00Z")) {
      assertThat(Api.ask(asked).statusCode()).as(asked).isEqualTo(400);
    }
  }
}
