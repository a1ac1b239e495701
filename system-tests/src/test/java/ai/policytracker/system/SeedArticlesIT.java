package ai.policytracker.system;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.quickstart.Service;
import ai.policytracker.quickstart.stack.TrackerHome;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
    value = "seedsAreThere",
    disabledReason = "the given seed articles are not beside the project")
class SeedArticlesIT {
  private static final Path SEEDS = TrackerHome.find().resolve("../shared/seeds/articles.ndjson");
  private static final Set<String> WITHOUT_A_CLAIM =
      Set.of(
          "3m",
          "cognitec",
          "dataworks-plus",
          "dynamic-imaging-systems",
          "facefirst",
          "nec",
          "idemia",
          "gemalto",
          "clearview-ai",
          "delta",
          "jetblue",
          "united");

  private static final String FACES = "facial-recognition";

  private static TrackerSystem system;
  private static Answers answers;
  private static ChangeFeed feed;
  private static Set<String> companies;

  static boolean seedsAreThere() {
    return Files.exists(SEEDS);
  }

  @BeforeAll
  static void postTheSeeds() throws Exception {
    system = TrackerSystem.shared();
    answers = new Answers(system);
    Set<String> claims = new HashSet<>();
    companies = new HashSet<>();
    system.post(
        Files.readAllLines(SEEDS),
        answer -> {
          assertThat(answer.get("status").intValue()).as("%s", answer).isIn(200, 201);
          for (JsonNode claim : answer.get("claims")) {
            claims.add(claim.get("claimId").textValue());
            companies.add(claim.get("company").textValue());
          }
        });
    feed = new ChangeFeed(system);
    feed.awaitClaims(claims);
  }

  @Test
  void fiveArticlesOnMicrosoftAreOnePausedPosition() {
    JsonNode position =
        answers.position("microsoft", FACES, "PROVISION", "law-enforcement", "2020-06-12");

    assertThat(position.get("status").asText()).isEqualTo("PAUSED");
    assertThat(position.get("sourceCount").asInt()).isEqualTo(5);
    assertThat(position.get("validFrom").asText()).isEqualTo("2020-06-11");
    assertThat(position.get("validTo").isNull()).isTrue();
    assertThat(position.get("subject").get("jurisdiction").asText()).isEqualTo("US");
    assertThat(position.get("standing").asText()).isEqualTo("CONFIRMED");
    assertThat(position.get("until").get("condition").asText()).isNotBlank();
  }

  @Test
  void onlyTheFirstOfThemIsAnAdoption() {
    List<String> types =
        feed.of("microsoft").stream()
            .filter(c -> Answers.is(c.get("subject"), FACES, "PROVISION", "law-enforcement"))
            .filter(c -> c.get("announced").get("claim").get("kind").asText().equals("PAUSE"))
            .map(c -> c.get("type").asText())
            .toList();

    assertThat(types).hasSizeGreaterThanOrEqualTo(5).containsOnlyOnce("ADOPTED");
    assertThat(types.subList(1, types.size())).containsAnyOf("CORROBORATED", "REFINED");
    assertThat(types).isSubsetOf("ADOPTED", "CORROBORATED", "REFINED");
  }

  @Test
  void amazonPausesForAYearAndThenNothingIsHeard() {
    JsonNode paused =
        answers.position("amazon", FACES, "PROVISION", "law-enforcement", "2020-06-12");
    JsonNode lapsed =
        answers.position("amazon", FACES, "PROVISION", "law-enforcement", "2021-06-20");

    assertThat(paused.get("status").asText()).isEqualTo("PAUSED");
    assertThat(paused.get("validFrom").asText()).isEqualTo("2020-06-10");
    assertThat(paused.get("validTo").asText()).isEqualTo("2021-06-10");
    assertThat(paused.get("until").get("duration").asText()).isEqualTo("P1Y");
    assertThat(lapsed.get("status").asText()).isEqualTo("LAPSED");
  }

  @Test
  void ibmWithdrawsProvisionAndDevelopment() {
    for (String activity : List.of("PROVISION", "DEVELOPMENT")) {
      JsonNode position = answers.position("ibm", FACES, activity, "general", "2020-06-12");
      assertThat(position.get("status").asText()).as(activity).isEqualTo("WITHDRAWN");
      assertThat(position.get("validFrom").asText())
          .as(activity)
          .isBetween("2020-06-01", "2020-06-10");
    }
  }

  @Test
  void microsoftInvestsNoMoreSinceMarch() {
    JsonNode position = answers.position("microsoft", FACES, "INVESTMENT", "general", "2020-06-12");

    assertThat(position.get("status").asText()).isEqualTo("PROHIBITED");
    assertThat(position.get("validFrom").asText()).isEqualTo("2020-03-01");
    assertThat(position.get("validFromPrecision").asText()).isEqualTo("MONTH");
  }

  @Test
  void whoIsOnlyNamedHasNoClaim() {
    assertThat(companies).doesNotContainAnyElementsOf(WITHOUT_A_CLAIM);
  }

  @Test
  void nothingIsKnownBeforeTheFirstArticle() {
    JsonNode before =
        system.get(
            Service.QUERY,
            "/v1/companies/microsoft/positions?asOf=2020-06-12&knownAt=2020-06-12T00:00:00Z");

    assertThat(before.get("positions")).isEmpty();
  }

  @Test
  void theSameFiveAgainChangeNothing() throws Exception {
    feed.readOn();
    long seq = feed.seq();
    List<String> eventsBefore = events();

    List<Integer> statuses = new ArrayList<>();
    system.post(Files.readAllLines(SEEDS), answer -> statuses.add(answer.get("status").intValue()));

    assertThat(statuses).containsExactly(200, 200, 200, 200, 200);
    assertThat(system.column("SELECT count(*) FROM ingest.outbox")).containsExactly("0");
    assertThat(events()).isEqualTo(eventsBefore);
    feed.readOn();
    assertThat(feed.seq()).isEqualTo(seq);
  }

  @Test
  void aFreshFoldSaysWhatBothServicesHaveStored() throws Exception {
    assertThat(system.audit()).isEmpty();
  }

  @Test
  void aColumnThatIsNotWhatItsRowSaysIsFound() throws Exception {
    String shift =
        """
        UPDATE query.position_version SET valid_to = valid_to %s 1
        WHERE company = 'amazon' AND valid_to <> 'infinity' RETURNING company""";
    int planted = system.column(shift.formatted("+")).size();
    Set<String> found = system.audit();
    system.column(shift.formatted("-"));

    assertThat(planted).isPositive();
    assertThat(found)
        .hasSize(planted)
        .allSatisfy(line -> assertThat(line).contains("position_version", "amazon"));
  }

  @Test
  void aPastVersionThatWasKnownAtOtherTimesThanToldIsFound() throws Exception {
    String shift =
        """
        UPDATE query.position_version SET known_from = known_from %s interval '1 microsecond'
        WHERE company = 'amazon' AND known_to <> 'infinity' RETURNING company""";
    int planted = system.column(shift.formatted("-")).size();
    Set<String> found = system.audit();
    system.column(shift.formatted("+"));

    assertThat(planted).isPositive();
    assertThat(found)
        .hasSize(2 * planted)
        .allSatisfy(line -> assertThat(line).contains("all known times", "amazon"));
  }

  @Test
  void aDueDateThatNoPositionStatesIsFound() throws Exception {
    system.column(
        """
        INSERT INTO policy.due_date (claim_id, boundary, due_on, company)
        VALUES ('nobody', 'END', '2999-01-01', 'amazon') RETURNING company""");
    Set<String> found = system.audit();
    system.column("DELETE FROM policy.due_date WHERE claim_id = 'nobody' RETURNING company");

    assertThat(found)
        .containsExactly("policy.due_date: should not have END of nobody of amazon on 2999-01-01");
  }

  private static List<String> events() throws Exception {
    return system.column("SELECT event_id FROM policy.policy_event ORDER BY shard, position");
  }
}
