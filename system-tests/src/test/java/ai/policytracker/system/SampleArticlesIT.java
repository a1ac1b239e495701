package ai.policytracker.system;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.quickstart.stack.TrackerHome;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleArticlesIT {
  private static final String FACES = "facial-recognition";
  private static TrackerSystem system;
  private static Answers answers;
  private static final List<Integer> claimsByArticle = new ArrayList<>();
  private static List<String> articles;

  @BeforeAll
  static void postTheSamples() throws Exception {
    system = TrackerSystem.alone();
    answers = new Answers(system);
    articles = Files.readAllLines(TrackerHome.find().resolve("samples/articles.ndjson"));
    Set<String> claims = new HashSet<>();
    system.post(
        articles,
        answer -> {
          assertThat(answer.get("status").intValue()).as("%s", answer).isIn(200, 201);
          claimsByArticle.add(answer.get("claims").size());
          answer.get("claims").forEach(c -> claims.add(c.get("claimId").textValue()));
        });
    new ChangeFeed(system).awaitClaims(claims);
  }

  @AfterAll
  static void end() {
    system.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ibm, PROVISION, general, 2020-06-12, WITHDRAWN, 2020-06-08,",
    "amazon, PROVISION, law-enforcement, 2020-06-12, PAUSED, 2020-06-10, 2021-05-18",
    "amazon, PROVISION, law-enforcement, 2021-06-20, PAUSED, 2021-05-18,",
    "microsoft, PROVISION, law-enforcement, 2020-06-12, PAUSED, 2020-06-11, 2024-05-01",
    "meta, PROVISION, general, 2022-01-01, WITHDRAWN, 2021-11-02,"
  })
  void whatFollowedJune2020IsTold(
      String company,
      String activity,
      String audience,
      String asOf,
      String status,
      String validFrom,
      String validTo) {
    JsonNode position = answers.position(company, FACES, activity, audience, asOf);

    assertThat(position.get("status").asText()).isEqualTo(status);
    assertThat(position.get("validFrom").asText()).isEqualTo(validFrom);
    assertThat(position.get("validTo").textValue()).isEqualTo(validTo);
  }

  @Test
  void aWireCopyIsNoSecondSource() {
    JsonNode position =
        answers.position("amazon", FACES, "PROVISION", "law-enforcement", "2020-06-12");

    assertThat(position.get("sources")).hasSize(5);
    assertThat(position.get("sourceCount").asInt()).isEqualTo(4);
  }

  @Test
  void whatACityDoesIsNoClaim() {
    assertThat(articles.get(7)).contains("Boston");
    assertThat(claimsByArticle.get(7)).isZero();
  }
}
