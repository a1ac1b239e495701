package ai.policytracker.ingest.article;

import static ai.policytracker.ingest.article.Articles.PATH;
import static ai.policytracker.ingest.article.Articles.claimIds;
import static ai.policytracker.ingest.article.Articles.post;
import static ai.policytracker.ingest.article.Articles.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Authority;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.ClaimRetracted.Reason;
import ai.policytracker.event.Correction;
import ai.policytracker.ingest.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An article takes back or corrects what an earlier one of its publisher said. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CorrectionsIT extends EarlierAndLater {
  private static final String CORRECTS =
      "In an article on 10 June we wrote that Amazon would pause police use of Rekognition for one"
          + " year. That was wrong.\n\n"
          + "Amazon will pause police use of Rekognition for two years, it said.";

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
}
