package ai.policytracker.ingest.article;

import static ai.policytracker.ingest.article.Articles.PATH;
import static ai.policytracker.ingest.article.Articles.article;
import static ai.policytracker.ingest.article.Articles.claimIds;
import static ai.policytracker.ingest.article.Articles.events;
import static ai.policytracker.ingest.article.Articles.post;
import static ai.policytracker.ingest.article.Articles.with;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.ClaimRetracted.Reason;
import ai.policytracker.ingest.ClaimTopic;
import ai.policytracker.ingest.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Articles that change, supersede others or are withdrawn. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ArticleVersionsIT {
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
  void newMetadataPublishesTheClaimsAgainUnderTheirIds() {
    Response undated = post(article("undated"));

    Response dated = post(with(article("undated"), "publishedAt", "2020-06-11"));
    Response undatedAgain = post(article("undated"));

    assertThat(dated.statusCode()).isEqualTo(200);
    assertThat(claimIds(dated)).hasSameElementsAs(claimIds(undated));
    assertThat(dated.jsonPath().getList("claims.revision")).containsOnly(2);
    assertThat(undatedAgain.body().asString()).isEqualTo(dated.body().asString());
    int expected = 2 * claimIds(undated).size();
    assertThat(events(topic, expected, claimIds(undated)))
        .hasSize(expected)
        .filteredOn(e -> ((ClaimAnnounced) e).revision() == 2)
        .hasSize(claimIds(undated).size())
        .allMatch(e -> ((ClaimAnnounced) e).article().publishedAt().equals("2020-06-11"));
  }

  @Test
  void aNewTextAtTheSameAddressSupersedesTheOlderOne() {
    Map<String, String> older = with(article("version"), "url", "https://example.org/version");
    Response first = post(older);

    Response second = post(with(older, "text", Articles.TEXT + "\n\nThis story was updated."));
    Response firstAgain = post(older);

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(claimIds(second)).isNotEmpty().doesNotContainAnyElementsOf(claimIds(first));
    assertThat(claimIds(firstAgain)).isEmpty();
    assertThat(retractions(claimIds(first)))
        .hasSameSizeAs(claimIds(first))
        .allMatch(e -> e.reason() == Reason.ARTICLE_SUPERSEDED && e.revision() == 2);
    assertThat(
            get(PATH + "/" + first.jsonPath().getString("articleId"))
                .jsonPath()
                .getString("closings[0].supersededBy"))
        .isEqualTo(second.jsonPath().getString("articleId"));
  }

  @Test
  void theSameTextElsewhereOrOfAnotherPublisherSupersedesNothing() {
    Map<String, String> article = with(article("elsewhere"), "url", "https://example.org/else");
    Response first = post(article);

    post(with(article, "publisher", "Other Wire"));
    post(with(with(article, "url", "https://example.org/else2"), "title", "elsewhere 2"));

    assertThat(claimIds(post(article))).isEqualTo(claimIds(first));
  }

  @Test
  void aWithdrawnArticleRetractsItsClaimsOnce() {
    Response answer = post(article("withdrawn"));
    String path = PATH + "/" + answer.jsonPath().getString("articleId");

    Response first = retract(path, "{\"reason\":\"it was a mistake\"}");
    Response second = retract(path, "{\"reason\":\"again\"}");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.jsonPath().getList("items.retracted")).isNotEmpty().containsOnly(true);
    assertThat(second.body().asString()).isEqualTo(first.body().asString());
    assertThat(retractions(claimIds(answer)))
        .hasSameSizeAs(claimIds(answer))
        .allMatch(e -> e.reason() == Reason.ARTICLE_WITHDRAWN);
    assertThat(get(path).jsonPath().getString("closings[0].statement"))
        .isEqualTo("it was a mistake");
    assertThat(get(path + "/claims").jsonPath().getList("items.claimId"))
        .hasSameElementsAs(claimIds(answer));
    assertThat(claimIds(post(with(article("withdrawn"), "publishedAt", "2020-06-11")))).isEmpty();
  }

  private static Response retract(String path, String body) {
    return given().contentType("application/json").body(body).post(path + "/retraction");
  }

  private List<ClaimRetracted> retractions(List<String> claimIds) {
    return events(topic, 2 * claimIds.size(), claimIds).stream()
        .filter(ClaimRetracted.class::isInstance)
        .map(ClaimRetracted.class::cast)
        .toList();
  }
}
