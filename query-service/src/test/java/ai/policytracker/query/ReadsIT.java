package ai.policytracker.query;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Until;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

  @Test
  void positionHasTheShapeOfTheContract() {
    Told told =
        Told.of("shaped", "shaped-1").on("2020-06-10").until(Until.duration(Period.ofYears(1)));
    Told copy = Told.of("shaped", "shaped-2").on("2020-06-10");
    topic.project(START, told, copy);

    JsonNode answer = Api.get("/v1/companies/shaped/positions?asOf=2020-06-12");

    assertThat(Api.fields(answer))
        .containsExactly(
            "company",
            "asOf",
            "knownAt",
            "final",
            "seq",
            "covered",
            "positions",
            "stances",
            "pending");
    assertThat(answer.get("asOf").asText()).isEqualTo("2020-06-12");
    assertThat(answer.get("knownAt").asText()).matches("2\\d{3}-.*T.*\\.\\d{6}Z");
    JsonNode position = answer.get("positions").get(0);
    assertThat(Api.fields(position))
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
                assertThat(Api.fields(source))
                    .containsExactlyInAnyOrder("publisher", "articleId", "url", "publishedAt"));
    assertThat(Api.fields(position.get("evidence").get(0)))
        .containsExactlyInAnyOrder("articleId", "textHash", "start", "end", "quote");
  }

  @Test
  void claimThatComesLateChangesTheAnswerNowAndNotTheOneBefore() {
    WriteSide writeSide =
        topic.project(
            START,
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
    topic.project(
        START,
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
    WriteSide writeSide = topic.project(START, undated);
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
    topic.project(
        START,
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
    WriteSide writeSide = topic.project(START, anchor, member);

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
      topic.project(START, Told.of(company, company + "-1").on("2020-06-10"));
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
}
