package ai.policytracker.system;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.quickstart.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Positions as query-service answers them. */
final class Answers {
  private final TrackerSystem system;

  Answers(TrackerSystem system) {
    this.system = system;
  }

  /** The one position of a company on a subject in force on a day. */
  JsonNode position(
      String company, String technology, String activity, String audience, String asOf) {
    String path = "/v1/companies/" + company + "/positions?asOf=" + asOf;
    List<JsonNode> positions =
        StreamSupport.stream(system.get(Service.QUERY, path).get("positions").spliterator(), false)
            .filter(p -> is(p.get("subject"), technology, activity, audience))
            .toList();
    assertThat(positions).as("%s %s %s %s", company, technology, activity, audience).hasSize(1);
    return positions.getFirst();
  }

  static boolean is(JsonNode subject, String technology, String activity, String audience) {
    return subject.get("technology").asText().equals(technology)
        && subject.get("activity").asText().equals(activity)
        && subject.get("audience").asText().equals(audience)
        && !subject.hasNonNull("target");
  }
}
