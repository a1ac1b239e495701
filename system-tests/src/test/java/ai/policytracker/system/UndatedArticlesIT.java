package ai.policytracker.system;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.quickstart.Service;
import ai.policytracker.quickstart.stack.TrackerHome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The seeds first without their dates, then as they are. */
@EnabledIf(
    value = "seedsAreThere",
    disabledReason = "the given seed articles are not beside the project")
class UndatedArticlesIT {
  private static final Path SEEDS = TrackerHome.find().resolve("../shared/seeds");
  private static final String FACES = "facial-recognition";

  static boolean seedsAreThere() {
    return Files.exists(SEEDS.resolve("undated.ndjson"));
  }

  private static void post(TrackerSystem system, String file) throws Exception {
    Set<String> claims = new HashSet<>();
    system.post(
        Files.readAllLines(SEEDS.resolve(file)),
        answer -> answer.get("claims").forEach(c -> claims.add(c.get("claimId").textValue())));
    new ChangeFeed(system).awaitClaims(claims);
    assertThat(system.audit()).isEmpty();
  }

  /** What holds now on 2020-06-12, without what tells when it was asked. */
  private static Map<String, JsonNode> answers(TrackerSystem system) {
    Map<String, JsonNode> answers = new TreeMap<>();
    for (String company : List.of("amazon", "ibm", "microsoft")) {
      ObjectNode answer =
          (ObjectNode)
              system.get(Service.QUERY, "/v1/companies/" + company + "/positions?asOf=2020-06-12");
      answer.remove(List.of("knownAt", "final", "seq"));
      answers.put(company, answer);
    }
    return answers;
  }

  @Test
  void whatOnlyUndatedArticlesTellMovesNothingUntilTheDatesArrive() throws Exception {
    Map<String, JsonNode> dated;
    try (TrackerSystem system = TrackerSystem.alone()) {
      post(system, "articles.ndjson");
      dated = answers(system);
    }
    try (TrackerSystem system = TrackerSystem.alone()) {
      post(system, "undated.ndjson");

      JsonNode microsoft =
          new Answers(system)
              .position("microsoft", FACES, "PROVISION", "law-enforcement", "2020-06-12");
      assertThat(microsoft.get("validFrom").asText()).isEqualTo("2020-06-11");
      assertThat(microsoft.get("sourceCount").asInt()).isEqualTo(5);
      assertThat(answers(system).get("ibm").get("positions")).isEmpty();
      assertThat(reasons(answers(system).get("ibm"))).contains("undated");
      assertThat(reasons(answers(system).get("amazon"))).contains("undated");

      post(system, "articles.ndjson");

      assertThat(answers(system)).isEqualTo(dated);
    }
  }

  private static List<String> reasons(JsonNode answer) {
    List<String> reasons = new ArrayList<>();
    answer.get("pending").forEach(p -> reasons.add(p.get("reason").asText()));
    return reasons;
  }
}
