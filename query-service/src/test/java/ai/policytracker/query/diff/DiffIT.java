package ai.policytracker.query.diff;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.TargetType;
import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.Told;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class DiffIT {
  private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

  @Inject ChangesTopic topic;

  private String project(String company, Told... told) {
    topic.project(START, told);
    return "/v1/companies/" + company + "/diff";
  }

  @Test
  void betweenTwoDatesPositionsBeginEndAndChange() {
    String diff =
        project(
            "differing",
            Told.of("differing", "differing-1").on("2020-06-10"),
            Told.of("differing", "differing-2").says(Kind.RESUMPTION).on("2021-06-10"),
            Told.of("differing", "differing-3").to(Audience.MILITARY).on("2021-06-10"),
            Told.of("differing", "differing-4").says(Kind.COMMITMENT).on("2021-06-11"),
            Told.of("differing", "differing-5")
                .takes(Stance.OPPOSES, new Target("Act D", TargetType.BILL, "US", null))
                .on("2021-06-10"));

    JsonNode forward = Api.get(diff + "?from=2020-07-01&to=2021-07-01");
    JsonNode back = Api.get(diff + "?from=2021-07-01&to=2020-07-01");

    JsonNode positions = forward.get("positions");
    assertThat(positions.get("began").findValuesAsText("status"))
        .containsExactlyInAnyOrder("PAUSED", "COMMITTED");
    assertThat(positions.get("ended")).isEmpty();
    JsonNode changed = positions.get("changed").get(0);
    assertThat(changed.get("fields").toString())
        .contains("\"status\"", "\"kind\"", "\"validFrom\"", "\"announcement\"")
        .doesNotContain("\"subject\"", "\"confidence\"");
    assertThat(changed.get("before").get("status").asText()).isEqualTo("PAUSED");
    assertThat(changed.get("after").get("status").asText()).isEqualTo("PERMITTED");
    assertThat(forward.get("stances").get("began").findValuesAsText("stance"))
        .containsExactly("OPPOSES");
    assertThat(forward.get("from").get("asOf").asText()).isEqualTo("2020-07-01");
    assertThat(forward.get("to").get("asOf").asText()).isEqualTo("2021-07-01");
    assertThat(back.get("positions").get("ended")).isEqualTo(positions.get("began"));
    assertThat(back.get("stances").get("ended")).isEqualTo(forward.get("stances").get("began"));
    assertThat(Api.get(diff + "?from=2020-07-01&to=2020-07-01").get("positions").toString())
        .isEqualTo("{\"began\":[],\"ended\":[],\"changed\":[]}");
  }

  @Test
  void betweenTwoKnownTimesWhatWasLearntIsTheDifference() {
    String diff =
        project(
            "learning",
            Told.of("learning", "learning-1").on("2020-06-10"),
            Told.of("learning", "learning-2").on("2020-06-11"));

    JsonNode learnt =
        Api.get(
            diff
                + "?asOf=2020-07-01&fromKnownAt="
                + START
                + "&toKnownAt="
                + START.plusNanos(1_000));

    JsonNode changed = learnt.get("positions").get("changed").get(0);
    assertThat(changed.get("fields").toString()).contains("\"sourceCount\"", "\"standing\"");
    assertThat(changed.get("before").get("sourceCount").asInt()).isEqualTo(1);
    assertThat(changed.get("after").get("sourceCount").asInt()).isEqualTo(2);
    assertThat(learnt.get("from").get("seq").asLong())
        .isLessThanOrEqualTo(learnt.get("to").get("seq").asLong());
    assertThat(
            Api.get(diff + "?asOf=2020-07-01&fromKnownAt=" + START.minusSeconds(1))
                .get("positions")
                .get("began"))
        .hasSize(1);
  }

  @Test
  void questionThatIsNeitherIsRefused() {
    String diff = project("odd", Told.of("odd", "odd-1").on("2020-06-10"));

    for (String query :
        new String[] {
          "",
          "?to=2020-01-01",
          "?from=2020-01-01&fromKnownAt=" + START,
          "?from=2020-01-01&asOf=2020-01-01",
          "?from=2020-01-01&toKnownAt=" + START,
          "?fromKnownAt=" + START + "&to=2020-01-01",
          "?fromKnownAt=" + START + "&knownAt=" + START,
          "?from=x",
          "?fromKnownAt=2098-01-01T00:00:00Z",
          "?from=2020-01-01&technology=x"
        }) {
      assertThat(Api.ask(diff + query).statusCode()).as(query).isEqualTo(400);
    }
    assertThat(Api.ask("/v1/companies/nobody-odd/diff?from=2020-01-01").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "fromKnownAt=2098-01-01T00:00:00Z, fromKnownAt",
    "fromKnownAt=2098-01-01T00:00:00Z&toKnownAt=2025-03-02T00:00:00Z, fromKnownAt",
    "fromKnownAt=2025-03-02T00:00:00Z&toKnownAt=2098-01-01T00:00:00Z, toKnownAt",
    "from=2020-01-01&knownAt=2098-01-01T00:00:00Z, knownAt"
  })
  void refusalOfAFutureTimeNamesItsParameter(String query, String parameter) {
    String diff = project("early", Told.of("early", "early-1").on("2020-06-10"));

    Response refused = Api.ask(diff + "?" + query);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo(parameter);
  }
}
