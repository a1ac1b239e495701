package ai.policytracker.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class AnswersIT {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String SETTLED = "public, max-age=31536000, immutable";

  @Inject ChangesTopic topic;
  @Inject Pool pool;

  private WriteSide tell(String company) {
    WriteSide writeSide = new WriteSide(START);
    return tell(writeSide, company, 1);
  }

  private WriteSide tell(WriteSide writeSide, String company, int version) {
    topic.sendChanges(
        writeSide.append(
            Told.of(company, company + "-" + version).on("2020-06-" + (9 + version)).event()));
    Api.get("/v1/companies/" + company + "?minVersion=" + version);
    return writeSide;
  }

  private static RequestSpecification with(String header, String value) {
    return RestAssured.given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .header(header, value);
  }

  private static String tagOf(String path) {
    String tag = Api.ask(path).header("ETag");
    assertThat(tag).as("tag of " + path).startsWith("W/\"");
    return tag;
  }

  private Instant settle(String company) {
    tell(company);
    Instant knownAt = START.plusSeconds(10);
    Api.waitUntil(
        "a settled answer",
        () -> {
          topic.heartbeat(START.plusSeconds(20));
          return SETTLED.equals(
              Api.ask("/v1/companies/" + company + "?knownAt=" + knownAt).header("Cache-Control"));
        });
    return knownAt;
  }

  @Test
  void answerIsNotSentAgainUntilItsCompanyChanges() {
    WriteSide writeSide = tell("tagged");
    String path = "/v1/companies/tagged/positions?asOf=2020-06-30";
    String tag = tagOf(path);
    tell("tagged-not");

    Response same = with("If-None-Match", tag).get(path);
    tell(writeSide, "tagged", 2);
    Response other = with("If-None-Match", tag).get(path);

    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.asString()).isEmpty();
    assertThat(same.header("ETag")).isEqualTo(tag);
    assertThat(same.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.header("ETag")).isNotEqualTo(tag);
  }

  @Test
  void listAcrossCompaniesIsSentAgainAfterAnyChange() {
    tell("listed");
    String tag = tagOf("/v1/companies?limit=3");

    Response same = with("If-None-Match", "W/\"x\", " + tag).get("/v1/companies?limit=3");
    tell("listed-too");
    Response other = with("If-None-Match", tag).get("/v1/companies?limit=3");

    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(other.statusCode()).isEqualTo(200);
  }

  @Test
  void tagIsTheSameWhoeverAsks() {
    tell("anyone");
    String path = "/v1/companies/anyone";
    String tag = tagOf(path);

    Response withToken = with("Authorization", "Bearer whatever").get(path);

    assertThat(withToken.statusCode()).isEqualTo(200);
    assertThat(withToken.header("ETag")).isEqualTo(tag);
  }

  @Test
  void settledAnswersStayForEver() {
    WriteSide writeSide = tell("settling");
    Instant knownAt = START.plusSeconds(10);
    String path = "/v1/companies/settling/positions?asOf=2020-06-30&knownAt=" + knownAt;
    Api.waitUntil(
        "a settled answer",
        () -> {
          topic.heartbeat(START.plusSeconds(20));
          return SETTLED.equals(Api.ask(path).header("Cache-Control"));
        });
    Response first = Api.ask(path);
    tell(writeSide, "settling", 2);

    Response later = Api.ask(path);

    assertThat(later.asString()).isEqualTo(first.asString());
    assertThat(later.header("ETag")).isEqualTo(first.header("ETag")).isNotNull();
    assertThat(with("If-None-Match", first.header("ETag")).get(path).statusCode()).isEqualTo(304);
    Response open =
        Api.ask(path.replace(knownAt.toString(), Instant.now().minusSeconds(1).toString()));
    assertThat(open.header("Cache-Control")).isEqualTo("no-store");
    assertThat(open.header("ETag")).isNull();
  }

  @Test
  void tagOfOneAddressSaysNothingOfAnother() {
    Instant knownAt = settle("addressed");
    for (String time : List.of("", "?knownAt=" + knownAt)) {
      String tag = tagOf("/v1/companies/addressed" + time);
      String more = time.isEmpty() ? "?" : time + "&";

      assertThat(statusWith(tag, "/v1/companies/addressed" + time)).isEqualTo(304);
      assertThat(statusWith(tag, "/v1/companies/addressed/positions" + time)).isEqualTo(200);
      assertThat(statusWith(tag, "/v1/companies/addressed.csv" + time)).isEqualTo(406);
      assertThat(statusWith(tag, "/v1/companies/addressed" + more + "nonsense=1")).isEqualTo(400);
      assertThat(statusWith(tag, "/v1/companies/addressed-not" + time))
          .isEqualTo(time.isEmpty() ? 404 : 200);
      assertThat(statusWith(tag, "/v1/nothing" + time)).isEqualTo(404);
    }
  }

  @Test
  void starStandsForAnyAnswerAndForNothingElse() {
    Instant knownAt = settle("starred");
    for (String query : List.of("?asOf=2020-06-12", "?asOf=2020-06-12&knownAt=" + knownAt)) {
      for (int i = 0; i < 2; i++) {
        Response same = with("If-None-Match", "*").get("/v1/companies/starred" + query);

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.asString()).isEmpty();
        assertThat(same.header("ETag")).startsWith("W/");
        assertThat(same.header("Content-Type")).isNull();
      }
      assertThat(statusWith("*", "/v1/companies/starred" + query + "&nonsense=1")).isEqualTo(400);
      assertThat(statusWith("*", "/v1/companies/starred-not" + query))
          .isEqualTo(query.contains("knownAt") ? 304 : 404);
      assertThat(statusWith("*", "/v1/nothing" + query)).isEqualTo(404);
    }
    assertThat(statusWith("*", "/v1/companies/starred/timemap")).isEqualTo(304);
  }

  private static int statusWith(String ifNoneMatch, String path) {
    return with("If-None-Match", ifNoneMatch).get(path).statusCode();
  }

  @Test
  void firstAnswerHasTheHeadersOfThoseFromMemory() {
    Instant knownAt = settle("first");
    settle("first-too");
    for (String path :
        List.of(
            "/v1/companies/first/positions",
            "/v1/companies/first/positions?knownAt=" + knownAt,
            "/v1/companies?limit=1",
            "/v1/companies?limit=1&knownAt=" + knownAt,
            "/v1/companies/first-too/positions.ndjson",
            "/v1/changes?company=first,first-too&limit=1",
            "/v1/changes.atom?company=first")) {
      Response first = Api.ask(path);
      Response second = Api.ask(path);

      assertThat(headers(first)).as(path).isEqualTo(headers(second)).contains("ETag");
    }
  }

  @Test
  void permalinkOfATimeBeforeTheLastChangeIsTagged() {
    Instant knownAt = settle("long-since");
    tell("long-after");

    assertThat(tagOf("/v1/companies/long-since/timeline?knownAt=" + knownAt)).contains("settled");
  }

  /** All but the length, which an answer has where it is sent in one piece. */
  private static String headers(Response response) {
    return response.headers().asList().stream()
        .filter(
            h ->
                !List.of("content-length", "transfer-encoding")
                    .contains(h.getName().toLowerCase(Locale.ROOT)))
        .map(Header::toString)
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  @Test
  void answerThatNoAcceptHeaderAsksForIsNotSentFromMemory() {
    tell("unwanted");
    String path = "/v1/companies/unwanted";
    String tag = tagOf(path);

    for (String wanted : List.of("image/png", "application/atom+xml")) {
      assertThat(with("Accept", wanted).get(path).statusCode()).as(wanted).isEqualTo(406);
      Response unmodified = with("Accept", wanted).header("If-None-Match", tag).get(path);
      assertThat(unmodified.statusCode()).as(wanted).isEqualTo(406);
    }
  }

  @Test
  void nextPageIsInALinkHeader() {
    tell(tell("linked"), "linked", 2);

    Response page = Api.ask("/v1/changes?company=linked&limit=1");

    String link = page.header("Link");
    assertThat(link)
        .startsWith("</v1/changes?company=linked&limit=1&cursor=")
        .endsWith("; rel=\"next\"");
    String next = link.substring(1, link.indexOf('>'));
    assertThat(Api.get(next).get("items")).hasSize(1);
    assertThat(Api.ask(next).header("Link")).isNull();
    for (String csv : new String[] {"/v1/changes.csv", "/v1/positions.csv"}) {
      assertThat(with("Accept", "*/*").get(csv + "?limit=1").header("Link"))
          .startsWith("<" + csv + "?limit=1&cursor=");
    }
  }

  @Test
  void everyReadTakesHeadAndOptions() {
    tell("headed");
    for (String path :
        List.of(
            "/v1/companies",
            "/v1/companies/headed",
            "/v1/companies/headed/positions",
            "/v1/changes",
            "/v1/changes.atom")) {
      for (int i = 0; i < 3; i++) {
        Response head = RestAssured.given().head(path);
        assertThat(head.statusCode()).as(path).isEqualTo(200);
        assertThat(head.asString()).as(path).isEmpty();
        assertThat(head.contentType()).as(path).isEqualTo(Api.ask(path).contentType());
      }
      Response options = RestAssured.given().options(path);
      assertThat(options.statusCode()).as(path).isIn(200, 204);
      assertThat(options.header("Allow")).as(path).contains("GET", "HEAD", "OPTIONS");
    }
  }

  @Test
  void largeAnswersAreCompressedForThoseWhoTakeIt() throws IOException, InterruptedException {
    for (int i = 0; i < 10; i++) {
      tell("squeezed-" + i);
    }
    String path = "/v1/changes?limit=10";
    String plain = Api.ask(path).asString();

    for (int i = 0; i < 3; i++) {
      Response squeezed = with("Accept-Encoding", "gzip").get(path);

      assertThat(squeezed.header("Content-Encoding")).isEqualTo("gzip");
      assertThat(squeezed.asString()).isEqualTo(plain);
      // RestAssured takes gzip whatever it is told.
      HttpRequest other =
          HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path)).build();
      HttpResponse<String> asIs =
          HttpClient.newHttpClient().send(other, HttpResponse.BodyHandlers.ofString());
      assertThat(asIs.headers().firstValue("Content-Encoding")).isEmpty();
      assertThat(asIs.body()).isEqualTo(plain);
    }
  }

  @Test
  void noStatementOfAReadGoesOnWithoutEnd() {
    String timeout =
        pool.query("SHOW statement_timeout").executeAndAwait().iterator().next().getString(0);

    assertThat(timeout).isEqualTo("10s");
  }

  @Test
  void pagesOfOtherOriginsMayReadOnlyWhereTheyAreListed() {
    Response listed = with("Origin", "https://dashboards.example").get("/v1/companies");
    Response other = with("Origin", "https://elsewhere.example").get("/v1/companies");

    assertThat(listed.header("Access-Control-Allow-Origin"))
        .isEqualTo("https://dashboards.example");
    assertThat(listed.header("Access-Control-Expose-Headers")).contains("ETag", "Link");
    assertThat(listed.header("Vary")).contains("Origin");
    assertThat(other.header("Vary")).contains("Origin");
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.header("Access-Control-Allow-Origin")).isNull();
  }
}
