package ai.policytracker.query.memento;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** RFC 7089, pattern 1.2: every timed read is its own TimeGate. */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class MementoIT {
  private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
  private static final Pattern MEMENTO =
      Pattern.compile("<([^>]+)>;rel=\"memento\";datetime=\"([^\"]+)\"");
  private static final Pattern NEXT_PAGE =
      Pattern.compile("<([^>]+)>;rel=\"timemap\";type=\"application/link-format\"");

  @Inject ChangesTopic topic;

  private String project(int articles) {
    String company = "remembered-" + System.nanoTime();
    WriteSide writeSide = new WriteSide(START);
    for (int i = 0; i < articles; i++) {
      topic.sendChanges(
          writeSide
              .at(START.plusSeconds(60L * i))
              .append(Told.of(company, company + "-" + i).on("2020-06-10").event()));
    }
    Api.waitForVersion(company, articles);
    topic.heartbeat(START.plusSeconds(3600));
    Api.waitUntil(
        "the watermark",
        () ->
            Api.get("/v1/companies/%s?knownAt=%s".formatted(company, START.plusSeconds(3600)))
                .get("final")
                .asBoolean());
    return "/v1/companies/" + company;
  }

  private static Response at(String path, String acceptDatetime) {
    return RestAssured.given()
        .urlEncodingEnabled(false)
        .header("Accept-Datetime", acceptDatetime)
        .get(path);
  }

  @Test
  void timeThatIsAskedForLeadsToTheStateOfThen() {
    String path = project(3) + "/positions?asOf=2020-07-01";

    Response then = at(path, "Sat, 01 Mar 2025 00:01:30 GMT");

    assertThat(then.statusCode()).isEqualTo(200);
    assertThat(then.jsonPath().getInt("positions[0].sourceCount")).isEqualTo(2);
    assertThat(then.jsonPath().getString("knownAt")).isEqualTo("2025-03-01T00:01:30.000000Z");
    assertThat(then.header("Memento-Datetime")).isEqualTo("Sat, 01 Mar 2025 00:01:30 GMT");
    assertThat(then.header("Vary")).contains("Accept-Datetime");
    assertThat(then.header("Cache-Control")).isEqualTo("no-cache");
    URI memento = URI.create(then.header("Content-Location"));
    Response there = Api.ask(memento.getPath() + "?" + memento.getRawQuery());
    assertThat(there.asString()).isEqualTo(then.asString());
    assertThat(there.header("Cache-Control")).contains("immutable");
    assertThat(at(project(1) + "/positions.csv", "Sat, 01 Mar 2025 00:01:30 GMT"))
        .extracting(csv -> csv.header("Content-Location"), InstanceOfAssertFactories.STRING)
        .contains("/positions.csv?knownAt=");
    assertThat(String.join(", ", then.headers().getValues("Link")))
        .contains("asOf=2020-07-01>; rel=\"original timegate\"")
        .contains("/timemap?of=positions>; rel=\"timemap\"")
        .doesNotContain("knownAt");
  }

  @Test
  void withoutATimeTheOriginalIsAnsweredAsItIs() {
    String path = project(1) + "/positions";

    Response now = Api.ask(path);

    assertThat(now.header("Memento-Datetime")).isNull();
    assertThat(now.header("Content-Location")).isNull();
    assertThat(now.header("Vary")).contains("Accept-Datetime");
    assertThat(String.join(", ", now.headers().getValues("Link")))
        .contains("/positions>; rel=\"original timegate\"");
  }

  @Test
  void timeToComeLeadsToTheNewestStateThatIsFinal() {
    Response newest = at(project(1), "Sat, 01 Mar 2098 00:01:30 GMT");

    assertThat(newest.statusCode()).isEqualTo(200);
    assertThat(newest.jsonPath().getBoolean("final")).isTrue();
    assertThat(newest.header("Memento-Datetime")).isNotNull();
  }

  @Test
  void timeToComeLeadsFromAMergedCompanyUntilItIsUnmerged() {
    WriteSide writeSide = new WriteSide(START);
    topic.sendChanges(writeSide.append(Told.of("once-own", "once-own-1").event()));
    topic.sendChanges(writeSide.merge("once-own", "counts-now", 1));
    Instant merged = writeSide.changes().getLast().recordedAt();
    Api.waitForChanges("once-own", writeSide.version("once-own"));
    topic.heartbeat(merged);
    Api.waitUntil(
        "the watermark", () -> Api.get("/v1/topics?knownAt=" + merged).get("final").asBoolean());

    Response led =
        RestAssured.given()
            .redirects()
            .follow(false)
            .header("Accept-Datetime", "Sat, 01 Mar 2098 00:00:00 GMT")
            .get("/v1/companies/once-own");

    assertThat(led.statusCode()).isEqualTo(308);
    assertThat(led.header("Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void timeBeforeAnythingWasToldLeadsToTheFirstState() {
    String path = project(2);

    Response first = at(path + "/positions?asOf=2020-07-01", "Wed, 01 Mar 2000 00:00:00 GMT");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.header("Memento-Datetime")).isEqualTo("Sat, 01 Mar 2025 00:00:00 GMT");
    assertThat(first.jsonPath().getInt("positions[0].sourceCount")).isEqualTo(1);
  }

  @Test
  void exportIsTimedAndAddressesWithTwoKnownTimesTakeNoNotice() {
    String path = project(1);
    String then = "Sat, 01 Mar 2025 00:01:30 GMT";

    assertThat(at("/v1/export", then).asString().lines().findFirst().orElseThrow())
        .contains("2025-03-01T00:01:30");
    assertThat(at("/v1/export", "Sat, 01 Mar 2098 00:00:00 GMT").header("Cache-Control"))
        .isEqualTo("no-store");
    assertThat(Api.ask("/v1/export?knownAt=" + START).header("Cache-Control"))
        .contains("immutable");
    assertThat(at("/v1/export", "yesterday").statusCode()).isEqualTo(400);
    assertThat(at(path + "/diff?fromKnownAt=" + START, then).statusCode()).isEqualTo(200);
  }

  @Test
  void timeThatIsNoneIsRefusedAndUntimedRoutesTakeNoNotice() {
    String path = project(1);

    assertThat(at(path, "yesterday").statusCode()).isEqualTo(400);
    assertThat(at("/v1/changes?limit=1", "Sat, 01 Mar 2025 00:01:30 GMT").statusCode())
        .isEqualTo(200);
    assertThat(at("/v1/vocabulary", "yesterday").statusCode()).isEqualTo(200);
    assertThat(at(path + "?knownAt=" + START, "yesterday").statusCode()).isEqualTo(200);
  }

  @Test
  void timeMapLeadsThroughAllStatesPageByPage() {
    String path = project(5);
    List<String> times = new ArrayList<>();
    String page = path + "/timemap?of=positions&limit=2";
    int pages = 0;
    while (page != null) {
      Response answer = Api.ask(page);
      assertThat(answer.contentType()).startsWith("application/link-format");
      String text = answer.asString();
      assertThat(text).contains(path + "/positions>;rel=\"original timegate\"");
      Matcher mementos = MEMENTO.matcher(text);
      while (mementos.find()) {
        URI memento = URI.create(mementos.group(1));
        times.add(mementos.group(2));
        assertThat(Api.get(memento.getPath() + "?" + memento.getRawQuery()).get("knownAt").asText())
            .startsWith("2025-03-01T00:0");
      }
      Matcher next = NEXT_PAGE.matcher(text);
      URI uri = next.find() ? URI.create(next.group(1)) : null;
      page = uri == null ? null : uri.getPath() + "?" + uri.getRawQuery();
      pages++;
    }

    assertThat(pages).isEqualTo(3);
    assertThat(times)
        .containsExactly(
            "Sat, 01 Mar 2025 00:00:00 GMT",
            "Sat, 01 Mar 2025 00:01:00 GMT",
            "Sat, 01 Mar 2025 00:02:00 GMT",
            "Sat, 01 Mar 2025 00:03:00 GMT",
            "Sat, 01 Mar 2025 00:04:00 GMT");
    assertThat(Api.ask("/v1/companies/nobody-at-all/timemap").statusCode()).isEqualTo(404);
    assertThat(Api.ask(path + "/timemap?of=all").statusCode()).isEqualTo(400);
  }
}
