package ai.policytracker.ingest.article;

import static ai.policytracker.ingest.article.Articles.PATH;
import static ai.policytracker.ingest.article.Articles.claimIds;
import static ai.policytracker.ingest.article.Articles.post;
import static ai.policytracker.ingest.article.Articles.with;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Authority;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.ClaimRetracted.Reason;
import ai.policytracker.event.Correction;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.ingest.ClaimTopic;
import ai.policytracker.ingest.StackResource;
import ai.policytracker.ingest.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An article takes back or corrects what an earlier one of its publisher said. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CorrectionsIT {
  private static final int PAIRS = 12;
  private static final String EARLIER = "Two firms stop";
  private static final String TAKES_BACK =
      "In an article on 10 June we wrote that Amazon had banned police from using its facial"
          + " recognition software. That was wrong. It has not.";
  private static final String CORRECTS =
      "In an article on 10 June we wrote that Amazon would pause police use of Rekognition for one"
          + " year. That was wrong.\n\n"
          + "Amazon will pause police use of Rekognition for two years, it said.";

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

  /** Of 10 June: a pause by Microsoft, and one by Amazon for one year. */
  private static Map<String, String> earlier(String publisher) {
    return with(
        with(Articles.article(EARLIER), "publisher", publisher), "publishedAt", "2020-06-10");
  }

  private static Map<String, String> later(String publisher, String text) {
    return with(
        with(with(earlier(publisher), "title", "Correction"), "text", text),
        "publishedAt",
        "2020-06-12");
  }

  private static Response claims(Response posted) {
    return get(PATH + "/" + posted.jsonPath().getString("articleId") + "/claims");
  }

  private static String amazons(Response claims) {
    return claims.jsonPath().getString("items.find { it.company == 'amazon' }.claimId");
  }

  private List<PolicyEvent> eventsAbout(String claimId) {
    tables.awaitEmptyOutbox();
    return topic.all(r -> claimId.equals(ClaimTopic.header(r, "ce_subject"))).stream()
        .map(Articles::decode)
        .toList();
  }

  @Test
  void aLaterArticleTakesBackTheClaimThatItSaysWasWrong() {
    Response earlier = post(earlier("Taken Back Post"));

    Response later = post(later("taken back post", TAKES_BACK));

    Response claims = claims(earlier);
    String amazons = amazons(claims);
    assertThat(eventsAbout(amazons))
        .hasSize(2)
        .last()
        .isInstanceOfSatisfying(
            ClaimRetracted.class,
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.TAKEN_BACK);
              assertThat(e.revision()).isEqualTo(1);
            });
    Map<String, Object> shown = claims.jsonPath().getMap("items.find { it.company == 'amazon' }");
    assertThat(shown).containsEntry("retracted", true).containsEntry("revision", 1);
    assertThat(claims.jsonPath().getMap("items.find { it.company == 'amazon' }.laterWord"))
        .containsEntry("articleId", later.jsonPath().getString("articleId"))
        .containsEntry("takenBack", true);
    assertThat(claims.jsonPath().getMap("items.find { it.company == 'microsoft' }"))
        .containsEntry("retracted", false)
        .doesNotContainKey("laterWord");
    assertThat(claimIds(post(earlier("Taken Back Post"))))
        .hasSize(claimIds(earlier).size() - 1)
        .doesNotContain(amazons);
  }

  @Test
  void aCorrectionWaitsForTheArticleThatItCorrects() {
    post(later("Early Post", TAKES_BACK));

    Response earlier = post(earlier("Early Post"));

    String amazons = amazons(claims(earlier));
    assertThat(claimIds(earlier)).isNotEmpty().doesNotContain(amazons);
    assertThat(eventsAbout(amazons))
        .hasExactlyElementsOfTypes(ClaimAnnounced.class, ClaimRetracted.class);
  }

  @Test
  void aCorrectionWaitsForTheDateOfTheArticleThatItCorrects() {
    Map<String, String> undated =
        with(with(Articles.article(EARLIER), "publisher", "Dateless Post"), "language", "en");
    Response earlier = post(undated);
    post(later("Dateless Post", TAKES_BACK));
    String amazons = amazons(claims(earlier));
    boolean before = eventsAbout(amazons).stream().anyMatch(ClaimRetracted.class::isInstance);

    post(with(undated, "publishedAt", "2020-06-10"));

    assertThat(before).isFalse();
    assertThat(eventsAbout(amazons))
        .filteredOn(ClaimRetracted.class::isInstance)
        .singleElement()
        .returns(Reason.TAKEN_BACK, e -> ((ClaimRetracted) e).reason());
  }

  @Test
  void postingBothAgainChangesNothing() {
    Response earlier = post(earlier("Twice Post"));
    Response later = post(later("Twice Post", TAKES_BACK));
    tables.awaitEmptyOutbox();
    List<String> before = tables.everything();

    Response laterAgain = post(later("Twice Post", TAKES_BACK));
    post(earlier("Twice Post"));

    assertThat(laterAgain.body().asString()).isEqualTo(later.body().asString());
    assertThat(tables.everything()).isEqualTo(before);
    assertThat(eventsAbout(amazons(claims(earlier)))).hasSize(2);
  }

  @Test
  void aFieldThatWasWrongIsCorrected() {
    Response earlier = post(earlier("Field Post"));

    post(later("Field Post", CORRECTS));

    Response claims = claims(earlier);
    assertThat(eventsAbout(amazons(claims)))
        .hasSize(2)
        .last()
        .isInstanceOfSatisfying(
            ClaimCorrected.class,
            e -> {
              assertThat(e.authority()).isEqualTo(Authority.ARTICLE);
              assertThat(e.changes().fields().toString())
                  .contains("\"until\":{\"duration\":\"P2Y\"");
            });
    assertThat(claims.jsonPath().getMap("items.find { it.company == 'amazon' }"))
        .containsEntry("retracted", false);
    assertThat(
            claims
                .jsonPath()
                .getString(
                    "items.find { it.company == 'amazon' }.laterWord.changes.until.duration"))
        .isEqualTo("P2Y");
  }

  @Test
  void aWithdrawnCorrectionNoLongerCounts() {
    Response earlier = post(earlier("Undone Post"));
    Response later = post(later("Undone Post", TAKES_BACK));

    given()
        .contentType("application/json")
        .body("{\"reason\":\"it was right at first\"}")
        .post(PATH + "/" + later.jsonPath().getString("articleId") + "/retraction");

    Response claims = claims(earlier);
    assertThat(eventsAbout(amazons(claims)))
        .hasSize(3)
        .last()
        .isInstanceOfSatisfying(
            ClaimCorrected.class,
            e -> {
              assertThat(e.changes()).isEqualTo(Correction.none());
              assertThat(e.revision()).isEqualTo(2);
            });
    assertThat(claims.jsonPath().getList("items.retracted")).containsOnly(false);
  }

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
