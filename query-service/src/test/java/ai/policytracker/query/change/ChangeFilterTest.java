package ai.policytracker.query.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

class ChangeFilterTest {
  private static final String FULL =
      """
      {"company":["amazon","ibm"],"technology":["facial-recognition"],"audience":["general"],
       "jurisdiction":["US","EU"],"type":["ADOPTED","REFINED"],"status":["PAUSED"],
       "minConfidence":0.8,"standing":["CONFIRMED"]}""";

  @Test
  void filterReadsTheSameFromJsonAndFromQueryParameters() {
    FilterParameters parameters = new FilterParameters();
    parameters.company = "ibm, amazon";
    parameters.technology = "facial-recognition";
    parameters.audience = "general";
    parameters.jurisdiction = "EU,US";
    parameters.type = "REFINED,ADOPTED,ADOPTED";
    parameters.status = "PAUSED";
    parameters.minConfidence = "0.8";
    parameters.standing = "CONFIRMED";

    ChangeFilter fromJson = FilterJson.read(json(FULL), "/filter");

    assertThat(fromJson).isEqualTo(parameters.filter());
    assertThat(fromJson.query())
        .isEqualTo(
            "company=amazon,ibm&technology=facial-recognition&audience=general"
                + "&jurisdiction=EU,US&type=ADOPTED,REFINED&status=PAUSED&minConfidence=0.8"
                + "&standing=CONFIRMED");
  }

  @Test
  void filterIsWrittenAsItIsRead() throws JsonProcessingException {
    ChangeFilter filter = FilterJson.read(json(FULL), "");

    String written = Json.MAPPER.writeValueAsString(filter);

    assertThat(FilterJson.read(json(written), "")).isEqualTo(filter);
    assertThat(Json.MAPPER.readValue(written, ChangeFilter.class)).isEqualTo(filter);
    assertThat(Json.MAPPER.writeValueAsString(ChangeFilter.ANY)).isEqualTo("{}");
  }

  @Test
  void everythingThatIsWrongIsTold() {
    JsonNode wrong =
        json("{\"company\":[\"No Slug\"],\"technology\":[\"magic\"],\"minConfidence\":2}");

    assertThatThrownBy(() -> FilterJson.read(wrong, "/filter"))
        .isInstanceOfSatisfying(
            HttpProblem.class,
            problem ->
                assertThat(problem.getParameters().get("errors").toString())
                    .contains("/filter/company", "/filter/technology", "/filter/minConfidence"));
    assertThatThrownBy(() -> FilterJson.read(json("{\"topic\":[]}"), "/filter"))
        .hasMessageContaining("/filter/topic");
    assertThatThrownBy(() -> FilterJson.read(json("{\"type\":[{}]}"), "/filter"))
        .hasMessageContaining("/filter/type");
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
