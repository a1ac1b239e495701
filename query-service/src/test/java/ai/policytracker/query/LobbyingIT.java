package ai.policytracker.query;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Modality;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Technology;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What companies lobby for. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class LobbyingIT {
  private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
  private static final Target FACES_ACT =
      new Target("Faces Act", TargetType.BILL, "US", Technology.FACIAL_RECOGNITION);

  @Inject ChangesTopic topic;

  @Test
  void stanceHasTheShapeOfTheContract() {
    Told said =
        Told.of("lobbyist", "lobbyist-1").on("2020-06-10").takes(Stance.SUPPORTS, FACES_ACT);
    topic.project(START, said);

    JsonNode answer = Api.get("/v1/companies/lobbyist/positions?asOf=2020-06-12");

    assertThat(answer.get("positions")).isEmpty();
    JsonNode stance = answer.get("stances").get(0);
    assertThat(Api.fields(stance))
        .containsExactlyInAnyOrder(
            "target",
            "stance",
            "validFrom",
            "validFromPrecision",
            "validTo",
            "attribution",
            "announcement",
            "standing",
            "confidence",
            "sourceCount",
            "sources",
            "contested",
            "evidence");
    assertThat(stance.get("target").toString())
        .isEqualTo(
            "{\"name\":\"Faces Act\",\"type\":\"BILL\",\"jurisdiction\":\"US\","
                + "\"technology\":\"facial-recognition\"}");
    assertThat(stance.get("stance").asText()).isEqualTo("SUPPORTS");
    assertThat(stance.get("attribution").asText()).isEqualTo("COMPANY");
    assertThat(stance.get("announcement").asText()).isEqualTo(said.claimId());
    assertThat(stance.get("sources")).hasSize(1);
    assertThat(stance.get("evidence")).hasSize(1);
    assertThat(Api.get("/v1/companies/lobbyist").get("stances").asInt()).isEqualTo(1);
    assertThat(Api.get("/v1/companies/lobbyist/timeline").get("stances")).hasSize(1);
    assertThat(stances("lobbyist", "&technology=facial-recognition")).hasSize(1);
    assertThat(stances("lobbyist", "&technology=generative-ai")).isEmpty();
    assertThat(stances("lobbyist", "&audience=military&jurisdiction=GB")).hasSize(1);
  }

  private static JsonNode stances(String company, String filter) {
    return Api.get("/v1/companies/" + company + "/positions?asOf=2020-06-12" + filter)
        .get("stances");
  }

  @Test
  void otherSideEndsAStanceAndTheAnnouncementTellsIt() {
    Told before = Told.of("turncoat", "turn-1").on("2020-06-10").takes(Stance.OPPOSES, FACES_ACT);
    Told after = Told.of("turncoat", "turn-2").on("2021-06-10").takes(Stance.SUPPORTS, FACES_ACT);
    topic.project(START, before, after);

    JsonNode told = Api.get("/v1/announcements/" + before.claimId());

    assertThat(stances("turncoat", "").findValuesAsText("stance")).containsExactly("OPPOSES");
    assertThat(told.get("stance").asText()).isEqualTo("OPPOSES");
    assertThat(told.get("status").isNull()).isTrue();
    assertThat(told.get("subject").isNull()).isTrue();
    assertThat(told.get("target").get("name").asText()).isEqualTo("Faces Act");
    assertThat(told.get("validTo").asText()).isEqualTo("2021-06-10");
    assertThat(told.get("claims")).hasSize(1);
  }

  @Test
  void stanceThatIsOnlyConsideredIsPendingWithItsTarget() {
    topic.project(
        START,
        Told.of("hesitant", "hesitant-1").as(Modality.CONSIDERED).takes(Stance.OPPOSES, FACES_ACT));

    JsonNode pending = Api.get("/v1/companies/hesitant/positions").get("pending").get(0);

    assertThat(pending.get("reason").asText()).isEqualTo("planned");
    assertThat(pending.get("target").get("name").asText()).isEqualTo("Faces Act");
    assertThat(pending.get("stance").asText()).isEqualTo("OPPOSES");
    assertThat(pending.get("subject").isNull()).isTrue();
  }
}
