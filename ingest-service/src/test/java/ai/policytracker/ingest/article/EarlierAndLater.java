package ai.policytracker.ingest.article;

import static ai.policytracker.ingest.article.Articles.PATH;
import static ai.policytracker.ingest.article.Articles.with;
import static io.restassured.RestAssured.get;

import ai.policytracker.event.PolicyEvent;
import ai.policytracker.ingest.ClaimTopic;
import ai.policytracker.ingest.Tables;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Articles of which the later one says that the earlier one was wrong. */
abstract class EarlierAndLater {
  static final String EARLIER = "Two firms stop";
  static final String TAKES_BACK =
      "In an article on 10 June we wrote that Amazon had banned police from using its facial"
          + " recognition software. That was wrong. It has not.";

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
  static Map<String, String> earlier(String publisher) {
    return with(
        with(Articles.article(EARLIER), "publisher", publisher), "publishedAt", "2020-06-10");
  }

  static Map<String, String> later(String publisher, String text) {
    return with(
        with(with(earlier(publisher), "title", "Correction"), "text", text),
        "publishedAt",
        "2020-06-12");
  }

  static Response claims(Response posted) {
    return get(PATH + "/" + posted.jsonPath().getString("articleId") + "/claims");
  }

  static String amazons(Response claims) {
    return claims.jsonPath().getString("items.find { it.company == 'amazon' }.claimId");
  }

  List<PolicyEvent> eventsAbout(String claimId) {
    tables.awaitEmptyOutbox();
    return topic.all(r -> claimId.equals(ClaimTopic.header(r, "ce_subject"))).stream()
        .map(Articles::decode)
        .toList();
  }
}
