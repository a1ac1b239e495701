package ai.policytracker.query;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Stance;
import ai.policytracker.event.Target;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Technology;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every read at a past known time: complete, in pages, and the same for ever. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class TimeTravelIT {
  private static final Instant START = HalfHistories.START;
  private static final Instant KNOWN_AT = HalfHistories.KNOWN_AT;

  @Inject ChangesTopic topic;
  @Inject Database database;

  /** Companies that other tests halted would keep all answers across companies from being final. */
  @BeforeEach
  void nothingIsHalted() {
    database.execute(
        """
        CREATE TABLE public.halted AS
          SELECT company, halted_reason FROM query.company WHERE halted_reason IS NOT NULL;
        UPDATE query.company SET halted_reason = NULL WHERE halted_reason IS NOT NULL""");
  }

  @AfterEach
  void asItWas() {
    database.execute(
        """
        UPDATE query.company c SET halted_reason = h.halted_reason
        FROM public.halted h WHERE h.company = c.company;
        DROP TABLE public.halted""");
  }

  @Test
  void pastAnswersAreTheSameByteForByteAfterAThousandFurtherEvents() {
    HalfHistories histories = HalfHistories.send(topic, "eternal");
    List<String> questions = questions(histories);
    Map<String, String> before = new LinkedHashMap<>();
    questions.forEach(question -> before.put(question, whole(question)));

    histories.sendTheRest(1_000);

    assertThat(questions).hasSizeGreaterThan(100);
    questions.forEach(
        question -> assertThat(whole(question)).as(question).isEqualTo(before.get(question)));
  }

  /** Status, what caches are told, and the body. */
  private static String whole(String question) {
    Response answer = Api.ask(question);
    assertThat(answer.statusCode()).as(question).isIn(200, 308);
    assertThat(answer.header("Cache-Control")).as(question).contains("immutable");
    return answer.statusCode() + answer.header("Memento-Datetime") + "\n" + answer.asString();
  }

  private List<String> questions(HalfHistories histories) {
    List<String> questions = new ArrayList<>();
    String at = "knownAt=" + KNOWN_AT;
    String then = "asOf=2020-02-10&" + at;
    for (String company : histories.companies()) {
      String path = "/v1/companies/" + company;
      questions.add(path + "?" + then);
      questions.add(path + "/positions?" + then);
      questions.add(path + "/positions?" + at);
      questions.add(path + "/timeline?" + then);
      questions.add(path + "/diff?from=2020-01-05&to=2020-02-10&" + at);
      questions.add(path + "/diff?asOf=2020-02-10&fromKnownAt=" + START + "&toKnownAt=" + KNOWN_AT);
      questions.add(path + "/timemap?" + at);
    }
    for (String list :
        List.of(
            "/v1/companies?limit=500&",
            "/v1/positions?limit=1000&",
            "/v1/positions?groupBy=status,technology&",
            "/v1/stances?",
            "/v1/topics?",
            "/v1/search?q=faces&limit=1000&")) {
      questions.add(list + then);
      questions.add(list + at);
    }
    JsonNode matrix = Api.get("/v1/positions?limit=1000&" + then);
    new TreeSet<>(matrix.findValuesAsText("announcement"))
        .stream().limit(20).forEach(id -> questions.add("/v1/announcements/" + id + "?" + then));
    JsonNode found = Api.get("/v1/search?q=faces&limit=1000&" + then);
    new TreeSet<>(found.findValuesAsText("articleId"))
        .stream().limit(20).forEach(id -> questions.add("/v1/articles/" + id + "?" + at));
    return questions;
  }

  @Test
  void nothingWasKnownOfACompanyThatIsHeardOfLater() {
    HalfHistories others = HalfHistories.send(topic, "known-before");
    String path = "/v1/companies/heard-of-later";
    String at = "?knownAt=" + KNOWN_AT;
    List<String> questions =
        Stream.of("", "/positions", "/timeline", "/timemap", "/positions.csv")
            .map(route -> path + route + at)
            .toList();
    assertThat(Api.ask(path + "/positions").statusCode()).isEqualTo(404);
    Map<String, String> before = new LinkedHashMap<>();
    questions.forEach(question -> before.put(question, whole(question)));

    others.sendTheRest(20);
    topic.sendChanges(
        new WriteSide(KNOWN_AT.plusSeconds(3600))
            .append(Told.of("heard-of-later", "heard-of-later-1").on("2020-01-10").event()));
    Api.waitForVersion("heard-of-later", 1);

    questions.forEach(
        question -> assertThat(whole(question)).as(question).isEqualTo(before.get(question)));
    assertThat(Api.get(path + "/positions" + at).get("covered").asBoolean()).isFalse();
    assertThat(Api.get(path + "/positions").get("covered").asBoolean()).isTrue();
    JsonNode learnt = Api.get(path + "/diff?asOf=2020-02-10&fromKnownAt=" + KNOWN_AT);
    assertThat(learnt.get("positions").get("began")).hasSize(1);
  }

  @Test
  void seqIsThatOfTheLastChangeBeforeOneThatWasNotKnownThen() {
    HalfHistories histories = HalfHistories.send(topic, "numbered");
    histories.sendTheRest(20);

    long seq = Api.get("/v1/topics?knownAt=" + KNOWN_AT).get("seq").asLong();

    JsonNode next = Api.get("/v1/changes?limit=1&after=" + seq).get("items").get(0);
    assertThat(Instant.parse(next.get("recordedAt").asText())).isAfter(KNOWN_AT);
    for (long after = Math.max(0, seq - 1000), read = 0; after < seq; after = read) {
      JsonNode page = Api.get("/v1/changes?limit=1000&after=" + after).get("items");
      for (JsonNode change : page) {
        read = change.get("seq").asLong();
        if (read <= seq) {
          assertThat(Instant.parse(change.get("recordedAt").asText()))
              .as("seq %d", read)
              .isBeforeOrEqualTo(KNOWN_AT);
        }
      }
    }
  }

  @Test
  void pagesHoldEveryItemOnceInTheSameOrder() {
    HalfHistories histories = HalfHistories.send(topic, "paged");
    String then = "&asOf=2020-02-10&knownAt=" + KNOWN_AT;
    for (String list :
        List.of(
            "/v1/positions?technology=facial-recognition" + then,
            "/v1/positions?status=PAUSED,PROHIBITED,LAPSED&jurisdiction=none,US" + then,
            "/v1/stances?stance=SUPPORTS,OPPOSES,SEEKS_CHANGES" + then,
            "/v1/search?q=faces%20or%20paged" + then)) {
      assertThat(inPagesOf(7, list)).as(list).isNotEmpty().isEqualTo(inPagesOf(1000, list));
    }
    String companies = "/v1/companies?" + then.substring(1);
    assertThat(inPagesOf(7, companies)).isNotEmpty().isEqualTo(inPagesOf(500, companies));
    String groups = "/v1/positions?groupBy=company,status,jurisdiction" + then;
    assertThat(pages(3, groups, "groups"))
        .isNotEmpty()
        .isEqualTo(pages(1000, groups, "groups"))
        .doesNotHaveDuplicates();
  }

  private static List<JsonNode> inPagesOf(int limit, String list) {
    List<JsonNode> items = pages(limit, list, "items");
    assertThat(items).as(list).doesNotHaveDuplicates();
    return items;
  }

  private static List<JsonNode> pages(int limit, String list, String field) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page = Api.get(list + "&limit=" + limit + cursor);
      assertThat(page.get(field).size()).isLessThanOrEqualTo(limit);
      page.get(field).forEach(items::add);
      cursor = page.get("next").isNull() ? null : "&cursor=" + page.get("next").asText();
    }
    return items;
  }

  @Test
  void matrixIsWhatTheCompaniesSayOneByOne() {
    HalfHistories histories = HalfHistories.send(topic, "summed");
    String then = "asOf=2020-02-10&knownAt=" + KNOWN_AT;
    List<String> ofCompanies = new ArrayList<>();
    List<String> companies = new ArrayList<>();
    for (String company : histories.companies()) {
      Response answer = Api.ask("/v1/companies/" + company + "/positions?" + then);
      if (answer.statusCode() == 200) {
        companies.add(company);
        Api.get("/v1/companies/" + company + "/positions?" + then)
            .get("positions")
            .forEach(position -> ofCompanies.add(gist(company, position)));
      }
    }
    String asked = "/v1/positions?company=" + String.join(",", companies) + "&" + then;

    List<String> ofMatrix = new ArrayList<>();
    pages(1000, asked, "items").forEach(p -> ofMatrix.add(gist(p.get("company").asText(), p)));
    long counted = 0;
    for (JsonNode group : pages(1000, asked + "&groupBy=company,status", "groups")) {
      counted += group.get("positions").asLong();
    }

    assertThat(ofMatrix).isNotEmpty().containsExactlyInAnyOrderElementsOf(ofCompanies);
    assertThat(counted).isEqualTo(ofMatrix.size());
    for (String status : List.of("PAUSED", "PROHIBITED", "LAPSED")) {
      assertThat(pages(1000, asked + "&status=" + status, "items"))
          .as(status)
          .hasSize((int) ofMatrix.stream().filter(p -> p.contains("\"" + status + "\"")).count());
    }
  }

  private static String gist(String company, JsonNode position) {
    return String.join(
        " ",
        company,
        position.get("subject").toString(),
        position.get("status").toString(),
        position.get("validFrom").asText(),
        position.get("announcement").asText(),
        position.get("standing").asText());
  }

  @Test
  void addressWithAKnownTimeAloneIsAPermalinkOfThatDay() {
    String company = "dated-" + System.nanoTime();
    WriteSide writeSide = new WriteSide(START);
    topic.sendChanges(
        writeSide.append(
            Told.of(company, company + "-1")
                .takes(
                    Stance.OPPOSES,
                    new Target("Dated Act", TargetType.BILL, "US", Technology.GENERAL_AI))
                .on("2020-06-10")
                .event()));
    Api.waitForVersion(company, 1);
    String at = "?knownAt=" + START;

    assertThat(Api.get("/v1/companies/" + company + at).get("asOf").asText())
        .isEqualTo("2025-03-01");
    assertThat(Api.get("/v1/companies/" + company + "/positions" + at).get("asOf").asText())
        .isEqualTo("2025-03-01");
    JsonNode stances = Api.get("/v1/stances" + at + "&target=dated%20ACT&company=" + company);
    assertThat(stances.get("items").findValuesAsText("stance")).containsExactly("OPPOSES");
    assertThat(stances.get("asOf").asText()).isEqualTo("2025-03-01");
  }
}
