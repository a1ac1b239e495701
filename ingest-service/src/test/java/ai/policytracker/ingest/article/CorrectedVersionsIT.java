package ai.policytracker.ingest.article;

import static ai.policytracker.ingest.article.Articles.PATH;
import static ai.policytracker.ingest.article.Articles.claimIds;
import static ai.policytracker.ingest.article.Articles.post;
import static ai.policytracker.ingest.article.Articles.with;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.ClaimRetracted.Reason;
import ai.policytracker.ingest.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Which article a correction means, and what a new version of an article takes back. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CorrectedVersionsIT extends EarlierAndLater {
  private static final int PAIRS = 12;

  @Test
  void anArticleOfAnotherPublisherOrDayIsNotMeant() {
    Response other = post(earlier("Other Post"));
    Response dayAfter = post(with(earlier("Named Post"), "publishedAt", "2020-06-11"));

    post(later("Named Post", TAKES_BACK));

    assertThat(claims(other).jsonPath().getList("items.retracted")).containsOnly(false);
    assertThat(claims(dayAfter).jsonPath().getList("items.retracted")).containsOnly(false);
  }

  @Test
  void aNewVersionTakesBackWhatTheOlderOneSaid() {
    Response older = post(older("Version Post"));

    Response newer = post(newer("Version Post"));

    assertThat(eventsAbout(amazons(claims(older))))
        .filteredOn(ClaimRetracted.class::isInstance)
        .extracting(e -> ((ClaimRetracted) e).reason())
        .containsExactlyInAnyOrder(Reason.ARTICLE_SUPERSEDED, Reason.TAKEN_BACK);
    assertThat(claimIds(newer)).isNotEmpty();
  }

  @Test
  void anOlderVersionThatComesLateIsNotTheLastWord() {
    Response newer = post(newer("Late Post"));

    Response older = post(older("Late Post"));

    assertThat(older.statusCode()).isEqualTo(201);
    assertThat(claimIds(older)).isEmpty();
    assertThat(claims(newer).jsonPath().getList("items.retracted"))
        .isNotEmpty()
        .containsOnly(false);
    assertThat(
            get(PATH + "/" + older.jsonPath().getString("articleId"))
                .jsonPath()
                .getString("closings[0].supersededBy"))
        .isEqualTo(newer.jsonPath().getString("articleId"));
  }

  private static Map<String, String> older(String publisher) {
    return with(earlier(publisher), "url", "https://example.org/two-firms");
  }

  private static Map<String, String> newer(String publisher) {
    String text =
        "Microsoft said it will not offer face recognition software to police forces until"
            + " there is a national law.\n\n"
            + "Correction: An earlier version of this article said that Amazon had banned police"
            + " from using its facial recognition software.";
    return with(later(publisher, text), "url", "https://example.org/two-firms");
  }

  @Test
  void articlesAndTheirCorrectionsThatComeTogetherFindEachOther() {
    List<Map<String, String>> posts = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      posts.add(with(earlier("Crowded Post"), "title", "Two firms stop, part " + i));
      posts.add(with(later("Crowded Post", TAKES_BACK), "title", "Correction, part " + i));
    }

    List<Response> answers;
    try (var threads = Executors.newFixedThreadPool(8)) {
      answers =
          posts.stream()
              .map(body -> CompletableFuture.supplyAsync(() -> post(body), threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }

    for (int i = 0; i < posts.size(); i += 2) {
      Response claims = claims(answers.get(i));
      assertThat(claims.jsonPath().getMap("items.find { it.company == 'amazon' }"))
          .as("pair " + i / 2)
          .containsEntry("retracted", true);
      assertThat(eventsAbout(amazons(claims)))
          .filteredOn(ClaimRetracted.class::isInstance)
          .hasSize(1);
    }
  }
}
