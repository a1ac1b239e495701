package ai.policytracker.ingest.article;

import static ai.policytracker.ingest.article.Articles.PATH;
import static ai.policytracker.ingest.article.Articles.article;
import static ai.policytracker.ingest.article.Articles.claimIds;
import static ai.policytracker.ingest.article.Articles.events;
import static ai.policytracker.ingest.article.Articles.json;
import static ai.policytracker.ingest.article.Articles.post;
import static ai.policytracker.ingest.article.Articles.with;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.ingest.ClaimTopic;
import ai.policytracker.ingest.StackResource;
import ai.policytracker.ingest.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ArticlesIT {
  private static final int CALLERS = 20;

  @Inject Tables tables;
  private ClaimTopic topic;

  @BeforeEach
  void openTopic() {
    topic = new ClaimTopic();
  }

  @AfterEach
  void closeTopic() {
    topic.close();
  }

  @Test
  void aNewArticleIsStoredAndItsClaimsArePublished() {
    Map<String, String> article =
        with(article("whole"), "publishedAt", "2020-06-11T09:30:00-07:00");

    Response answer = post(with(article, "url", "https://example.org/whole"));

    assertThat(answer.statusCode()).isEqualTo(201);
    String id = answer.jsonPath().getString("articleId");
    assertThat(answer.header("Location")).endsWith(PATH + "/" + id);
    Response stored = get(PATH + "/" + id);
    assertThat(stored.jsonPath().getString("text")).isEqualTo(Articles.TEXT);
    assertThat(stored.jsonPath().getString("publishedAt")).isEqualTo("2020-06-11T09:30:00-07:00");
    assertThat(stored.jsonPath().getString("language")).isEqualTo("en");
    assertThat(claimIds(answer)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(answer.jsonPath().getList("claims.company")).contains("microsoft", "amazon");
    assertEvidencePointsIntoTheText(answer);
    for (PolicyEvent event : events(topic, claimIds(answer).size(), claimIds(answer))) {
      ClaimAnnounced announced = (ClaimAnnounced) event;
      assertThat(announced.revision()).isEqualTo(1);
      assertThat(announced.article().textHash()).isEqualTo(stored.jsonPath().getString("textHash"));
      assertThat(announced.article().url()).isEqualTo("https://example.org/whole");
    }
  }

  private static void assertEvidencePointsIntoTheText(Response answer) {
    List<List<Map<String, Object>>> evidence = answer.jsonPath().getList("claims.evidence");
    evidence.stream()
        .flatMap(List::stream)
        .forEach(
            e ->
                assertThat(Articles.TEXT.substring((int) e.get("start"), (int) e.get("end")))
                    .isEqualTo(e.get("quote")));
  }

  @Test
  void recordsCarryCloudEventsHeadersAndTheCompanyAsKey() {
    List<String> claimIds = claimIds(post(article("headers")));

    topic
        .await(claimIds.size(), r -> claimIds.contains(ClaimTopic.header(r, "ce_subject")))
        .forEach(
            record -> {
              PolicyEvent event = Articles.decode(record);
              assertThat(record.key()).isEqualTo(event.company());
              assertThat(ClaimTopic.header(record, "ce_specversion")).isEqualTo("1.0");
              assertThat(ClaimTopic.header(record, "ce_id")).isEqualTo(event.eventId());
              assertThat(ClaimTopic.header(record, "ce_type")).isEqualTo(event.type());
              assertThat(ClaimTopic.header(record, "ce_source")).isEqualTo("/ingest-service");
              assertThat(ClaimTopic.header(record, "ce_time"))
                  .isEqualTo(event.receivedAt().toString());
              assertThat(ClaimTopic.header(record, "content-type")).isEqualTo("application/json");
            });
  }

  @Test
  void theSameArticleAgainChangesNothing() {
    Map<String, String> article = with(article("twice"), "url", "https://example.org/twice");
    Response first = post(article);
    tables.awaitEmptyOutbox();
    List<String> before = tables.everything();

    Response second = post(with(article, "title", "  TWICE "));

    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body().asString()).isEqualTo(first.body().asString());
    assertThat(tables.everything()).isEqualTo(before);
    tables.awaitEmptyOutbox();
    assertThat(eventsNow(claimIds(first))).hasSameSizeAs(claimIds(first));
  }

  @Test
  void concurrentCallersMakeOneArticleAndOneEventForEachClaim() {
    String body = json(with(article("at once"), "url", "https://example.org/at-once"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + PATH))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    List<HttpResponse<String>> answers = new ArrayList<>();

    try (HttpClient client = HttpClient.newHttpClient()) {
      Stream.generate(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
          .limit(CALLERS)
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .forEach(answers::add);
    }

    assertThat(answers).filteredOn(a -> a.statusCode() == 201).hasSize(1);
    assertThat(answers).filteredOn(a -> a.statusCode() == 200).hasSize(CALLERS - 1);
    assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.getFirst().body());
    assertThat(tables.column("SELECT count(*) FROM article WHERE title = 'at once'"))
        .containsExactly("1");
    List<String> claimIds =
        JsonPath.from(answers.getFirst().body()).getList("claims.claimId", String.class);
    tables.awaitEmptyOutbox();
    assertThat(eventsNow(claimIds)).hasSameSizeAs(claimIds);
  }

  @Test
  void anArticleInAnotherLanguageIsStoredAndNotRead() {
    Response answer = post(with(article("german"), "language", "de-AT"));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(claimIds(answer)).isEmpty();
  }

  @Test
  void aPageIsStoredAsText() {
    Response answer =
        post(Map.of("html", "<nav>menu</nav><article><p>One.<p>Two.</article>", "title", "page"));

    String path = PATH + "/" + answer.jsonPath().getString("articleId");
    assertThat(get(path).jsonPath().getString("text")).isEqualTo("One.\n\nTwo.");
  }

  private List<PolicyEvent> eventsNow(List<String> claimIds) {
    return topic.all(r -> claimIds.contains(ClaimTopic.header(r, "ce_subject"))).stream()
        .map(Articles::decode)
        .toList();
  }
}
