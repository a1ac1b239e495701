package ai.policytracker.query;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
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

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class ReadsIT {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00.000007Z");

  @Inject ChangesTopic topic;

  private WriteSide project(String company, Told... told) {
    WriteSide writeSide = new WriteSide(START);
    for (Told each : told) {
      topic.sendChanges(writeSide.append(each.event()));
    }
    Api.waitForVersion(company, told.length);
    return writeSide;
  }

  @Test
  void positionHasTheShapeOfTheContract() {
    Told told =
        Told.of("shaped", "shaped-1").on("2020-06-10").until(Until.duration(Period.ofYears(1)));
    Told copy = Told.of("shaped", "shaped-2").on("2020-06-10");
    project("shaped", told, copy);

    JsonNode answer = Api.get("/v1/companies/shaped/positions?asOf=2020-06-12");

    assertThat(fields(answer))
        .containsExactly(
            "company", "asOf", "knownAt", "final", "seq", "positions", "stances", "pending");
    assertThat(answer.get("asOf").asText()).isEqualTo("2020-06-12");
    assertThat(answer.get("knownAt").asText()).matches("2\\d{3}-.*T.*\\.\\d{6}Z");
    JsonNode position = answer.get("positions").get(0);
    assertThat(fields(position))
        .containsExactlyInAnyOrder(
            "subject",
            "match",
            "status",
            "kind",
            "validFrom",
            "validFromPrecision",
            "validTo",
            "until",
            "announcement",
            "standing",
            "confidence",
            "sourceCount",
            "sources",
            "contested",
            "evidence");
    assertThat(position.get("subject").toString())
        .isEqualTo(
            "{\"technology\":\"facial-recognition\",\"activity\":\"PROVISION\","
                + "\"audience\":\"law-enforcement\",\"jurisdiction\":null}");
    assertThat(position.get("until").toString())
        .isEqualTo(
            "{\"date\":\"2021-06-10\",\"duration\":\"P1Y\",\"condition\":null,\"indefinite\":false}");
    assertThat(position.get("validTo").asText()).isEqualTo("2021-06-10");
    assertThat(position.get("sources"))
        .hasSize(2)
        .allSatisfy(
            source ->
                assertThat(fields(source))
                    .containsExactlyInAnyOrder("publisher", "articleId", "url", "publishedAt"));
    assertThat(fields(position.get("evidence").get(0)))
        .containsExactlyInAnyOrder("articleId", "textHash", "start", "end", "quote");
  }

  @Test
  void claimThatComesLateChangesTheAnswerNowAndNotTheOneBefore() {
    WriteSide writeSide =
        project(
            "late",
            Told.of("late", "late-1").on("2020-06-10"),
            Told.of("late", "late-2").says(Kind.RESUMPTION).on("2020-06-20"));
    String asked = "/v1/companies/late/positions?asOf=2020-06-25";
    Instant before = writeSide.changes().getFirst().recordedAt();

    assertThat(Api.get(asked).findValuesAsText("status")).containsExactly("PERMITTED");
    assertThat(Api.get(asked + "&knownAt=" + before).findValuesAsText("status"))
        .containsExactly("PAUSED");
    assertThat(Api.get(asked + "&knownAt=" + before.minusNanos(1_000)).get("positions")).isEmpty();
  }

  @Test
  void filtersKeepExactlyTheirSubjects() {
    project(
        "filtered",
        Told.of("filtered", "filtered-1").on("2020-06-10"),
        Told.of("filtered", "filtered-2").to(Audience.GENERAL).on("2020-06-10"));
    String asked = "/v1/companies/filtered/positions?asOf=2020-07-01";

    assertThat(Api.get(asked).get("positions")).hasSize(2);
    assertThat(Api.get(asked + "&audience=general").findValuesAsText("audience"))
        .containsExactly("general");
    assertThat(Api.get(asked + "&technology=generative-ai").get("positions")).isEmpty();
  }

  @Test
  void announcementWithoutDateIsPendingUntilItIsDated() {
    Told undated = Told.of("undated", "undated-1");
    WriteSide writeSide = project("undated", undated);
    String asked = "/v1/companies/undated/positions?asOf=2020-07-01";

    JsonNode pending = Api.get(asked).get("pending").get(0);
    topic.sendChanges(writeSide.append(undated.on("2020-06-10").revision(2).event()));
    Api.waitForVersion("undated", 2);

    assertThat(pending.get("reason").asText()).isEqualTo("undated");
    assertThat(pending.get("announcement").asText()).isEqualTo(undated.claimId());
    assertThat(pending.get("sources")).hasSize(1);
    assertThat(Api.get(asked).get("pending")).isEmpty();
    assertThat(Api.get(asked).get("positions")).hasSize(1);
  }

  @Test
  void timelineHasAllPositionsInTheOrderOfTheirStart() {
    project(
        "timed",
        Told.of("timed", "timed-2").says(Kind.RESUMPTION).on("2021-06-01"),
        Told.of("timed", "timed-1").on("2020-06-10").until(Until.duration(Period.ofDays(30))));

    JsonNode timeline = Api.get("/v1/companies/timed/timeline");

    assertThat(timeline.get("items").findValuesAsText("status"))
        .containsExactly("PAUSED", "LAPSED", "PERMITTED");
    assertThat(timeline.get("next").isNull()).isTrue();
  }

  @Test
  void announcementIsFoundByTheIdOfAnyOfItsClaims() {
    Told anchor = Told.of("told", "told-1").on("2020-06-10");
    Told member = Told.of("told", "told-2").on("2020-06-11");
    WriteSide writeSide = project("told", anchor, member);

    JsonNode found = Api.get("/v1/announcements/" + member.claimId());

    assertThat(found.get("announcement").asText()).isEqualTo(anchor.claimId());
    assertThat(found.get("company").asText()).isEqualTo("told");
    assertThat(found.get("status").asText()).isEqualTo("PAUSED");
    assertThat(found.get("standing").asText()).isEqualTo("CONFIRMED");
    assertThat(found.get("sourceCount").asInt()).isEqualTo(2);
    assertThat(found.get("claims")).hasSize(2);
    assertThat(found.get("claims").get(0).get("evidence").get(0).get("quote").asText())
        .contains("said so");
    Instant before = writeSide.changes().getFirst().recordedAt();
    assertThat(Api.ask("/v1/announcements/" + member.claimId() + "?knownAt=" + before).statusCode())
        .isEqualTo(404);
  }

  @Test
  void companiesAreListedPageByPage() {
    for (String company : List.of("page-a", "page-b", "page-c")) {
      project(company, Told.of(company, company + "-1").on("2020-06-10"));
    }

    List<String> listed = new ArrayList<>();
    for (String cursor = ""; cursor != null; ) {
      JsonNode page = Api.get("/v1/companies?limit=2" + cursor);
      listed.addAll(page.get("items").findValuesAsText("company"));
      cursor = page.get("next").isNull() ? null : "&cursor=" + page.get("next").asText();
    }

    assertThat(listed).contains("page-a", "page-b", "page-c").isSorted().doesNotHaveDuplicates();
    JsonNode company = Api.get("/v1/companies/page-a");
    assertThat(company.get("positions").asLong()).isEqualTo(1);
    assertThat(company.get("changes").asLong()).isEqualTo(1);
    assertThat(company.get("lastChange").get("type").asText()).isEqualTo("ADOPTED");
    assertThat(company.get("lastChange").get("recordedAt").asText())
        .isEqualTo("2026-01-01T00:00:00.000007Z");
  }

  @Test
  void feedGivesEverySeqOnceInOrder() {
    WriteSide writeSide = new WriteSide(START);
    for (int i = 0; i < 7; i++) {
      topic.sendChanges(
          writeSide.append(Told.of("fed", "fed-" + i).on("2020-0%d-01".formatted(i + 1)).event()));
    }
    Api.waitForVersion("fed", 7);

    List<Long> seqs = new ArrayList<>();
    List<Long> versions = new ArrayList<>();
    String from = "after=0";
    while (from != null) {
      JsonNode page = Api.get("/v1/changes?limit=3&" + from);
      page.get("items").forEach(item -> seqs.add(item.get("seq").asLong()));
      from = page.get("next").isNull() ? null : "cursor=" + page.get("next").asText();
    }
    Api.get("/v1/changes?company=fed")
        .get("items")
        .forEach(item -> versions.add(item.get("version").asLong()));

    assertThat(seqs).isSorted().doesNotHaveDuplicates().startsWith(1L);
    assertThat(seqs.getLast()).isEqualTo(seqs.size());
    assertThat(versions).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(Api.get("/v1/changes?after=" + seqs.getLast()).get("items")).isEmpty();
  }

  @Test
  void feedIsFilteredByTypeAndTechnology() {
    project(
        "sorted-out",
        Told.of("sorted-out", "sorted-1").on("2020-06-10"),
        Told.of("sorted-out", "sorted-2").on("2020-06-10"));
    String asked = "/v1/changes?company=sorted-out";

    JsonNode corroborated = Api.get(asked + "&type=CORROBORATED").get("items");

    assertThat(corroborated).hasSize(1);
    assertThat(corroborated.get(0).get("before")).hasSize(1);
    assertThat(corroborated.get(0).get("after").get(0).get("sourceCount").asInt()).isEqualTo(2);
    assertThat(corroborated.get(0).get("announced").get("claim").get("company").asText())
        .isEqualTo("sorted-out");
    assertThat(Api.get(asked + "&technology=generative-ai").get("items")).isEmpty();
  }

  @Test
  void whatCannotBeAskedIsAnsweredWithTheParametersName() {
    project("asked", Told.of("asked", "asked-1").on("2020-06-10"));

    refused("/v1/companies/asked/positions?asOf=junk", "asOf");
    refused("/v1/companies/asked/positions?knownAt=2020-06-12", "knownAt");
    refused("/v1/companies/asked/positions?knownAt=2999-01-01T00:00:00Z", "knownAt");
    refused("/v1/companies/asked/positions?technology=foo", "technology");
    refused("/v1/companies/asked/positions?asof=2020-06-12", "asof");
    refused("/v1/companies/asked/timeline?audience=general", "audience");
    refused("/v1/announcements/abc?knownAt=2999-01-01T00:00:00Z", "knownAt");
    refused("/v1/companies?limit=501", "limit");
    refused("/v1/companies?cursor=abc", "cursor");
    refused("/v1/changes?limit=-1", "limit");
    refused("/v1/changes?type=foo", "type");
    refused("/v1/changes?after=x", "after");
    refused("/v1/changes?limit=1&limit=2", "limit");
  }

  private static void refused(String pathAndQuery, String parameter) {
    Response response = Api.ask(pathAndQuery);
    assertThat(response.statusCode()).as(pathAndQuery).isEqualTo(400);
    assertThat(response.contentType()).isEqualTo("application/problem+json");
    assertThat(response.jsonPath().getString("errors[0].pointer")).isEqualTo(parameter);
    assertThat(response.jsonPath().getString("errors[0].detail")).isNotBlank();
  }

  @Test
  void whatIsNotKnownIsNotFound() {
    for (String path :
        List.of(
            "/v1/companies/nobody",
            "/v1/companies/nobody/positions",
            "/v1/companies/nobody/timeline",
            "/v1/companies/No%20Slug/positions",
            "/v1/companies/%00",
            "/v1/companies/%00/timeline",
            "/v1/announcements/abc",
            "/v1/announcements/%00",
            "/v1/announcements/" + "a".repeat(500))) {
      Response response = Api.ask(path);

      assertThat(response.statusCode()).as(path).isEqualTo(404);
      assertThat(response.contentType()).as(path).isEqualTo("application/problem+json");
    }
  }

  @Test
  void documentNamesTheRoutesAndTheirParameters() {
    String document = Api.ask("/q/openapi").asString();

    assertThat(document)
        .contains("/v1/companies/{company}/positions", "/v1/changes", "/v1/announcements/{id}")
        .contains("asOf", "knownAt");
  }

  private static List<String> fields(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
