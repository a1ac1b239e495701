package ai.policytracker.ingest.languagemodel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.event.Claim;
import ai.policytracker.ingest.Tables;
import ai.policytracker.ingest.extract.ClaimReader;
import ai.policytracker.ingest.extract.ClaimReaderContract;
import ai.policytracker.ingest.extract.UnreadNowException;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader that asks a language model keeps to besides, whatever the protocol. */
abstract class ModelContract extends ClaimReaderContract {
  @Inject ClaimReader reader;
  @Inject Tables tables;

  @Override
  protected ClaimReader reader() {
    return reader;
  }

  @BeforeEach
  void tellThePlainAnswer() {
    StubModel.tell(PAUSE, answer(pause(PAUSE)));
  }

  /** A claim of the pause, resting on the quote. */
  private static ObjectNode pause(String quote) {
    ObjectNode claim = Json.MAPPER.createObjectNode();
    claim.put("company", "Microsoft").put("kind", "PAUSE");
    claim.put("technology", "facial-recognition").put("activity", "PROVISION");
    claim.put("audience", "law-enforcement").put("modality", "DECIDED");
    claim.put("attribution", "COMPANY").put("mention", "NEWS").put("confidence", 0.99);
    claim.putObject("announcedOn").put("date", "2020-06-11").put("precision", "DAY");
    claim.putArray("evidence").addObject().put("quote", quote);
    return claim;
  }

  private static String answer(ObjectNode... claims) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode list = answer.putArray("claims");
    List.of(claims).forEach(list::add);
    return answer.toString();
  }

  private List<Claim> read(String text) {
    return reader.read(article(text)).claims();
  }

  @Test
  void theSameQuestionIsAskedOnce() {
    StubModel.tell("asked once", answer());

    read("It is asked once.");
    read("It is asked once.");

    assertThat(StubModel.requests("asked once")).hasSize(1);
  }

  @Test
  void theModelIsShownPromptAndArticle() {
    read("Shown to the model.");

    var request = StubModel.requests("Shown to the model.").getFirst();
    assertThat(request.path("model").asText()).isEqualTo(StubModel.NAME);
    assertThat(request.path("messages").path(0).path("content").asText())
        .contains("letter by letter");
    assertThat(request.path("messages").path(1).path("content").asText()).contains("2020-06-12");
  }

  @Test
  void aClaimWhoseQuoteIsNotInTheTextIsDropped() {
    String text = "Microsoft keeps selling. No quote is here.";
    StubModel.tell("No quote is here", answer(pause("Microsoft stops selling")));

    assertThat(read(text)).isEmpty();
  }

  @Test
  void aClaimOfACompanyThatIsNotNamedIsDropped() {
    String text = "The firm stops all sales of it today. Nobody is named.";
    StubModel.tell("Nobody is named", answer(pause("The firm stops all sales of it today.")));

    assertThat(read(text)).isEmpty();
  }

  @Test
  void aClaimAgainstTheSchemaIsDroppedAndTheRestKept() {
    String text = "Microsoft stops sales of it today. One of three is good.";
    ObjectNode unknownKind = pause("Microsoft stops sales of it today.").put("kind", "HALT");
    ObjectNode unknownField = pause("Microsoft stops sales of it today.").put("extra", 1);
    ObjectNode good = pause("Microsoft stops sales of it today.");
    StubModel.tell("One of three is good", answer(unknownKind, unknownField, good));

    assertThat(read(text)).hasSize(1);
  }

  @Test
  void aModelIsNotBelievedToBeCertain() {
    assertThat(read(PAUSE).getFirst().confidence()).isEqualTo(0.8);
  }

  @Test
  void aModelThatGoesInCirclesIsCutShort() {
    String text = "Microsoft stops sales of it today. In circles.";
    ObjectNode[] many = new ObjectNode[500];
    for (int i = 0; i < many.length; i++) {
      many[i] = pause("Microsoft stops sales of it today.").put("confidence", i / 1000.0);
    }
    StubModel.tell("In circles", answer(many));

    assertThat(read(text)).hasSize(50);
  }

  @Test
  void malformedAnswersAreNoReadingAndAreNotKept() {
    for (String malformed :
        List.of(
            "Sure! Here you are:",
            "",
            "[]",
            "{\"claims\": 1}",
            "[".repeat(50_000),
            "{\"claims\": [1, null")) {
      String text = "Malformed no. " + malformed.hashCode() + ".";
      StubModel.tell(text, malformed, malformed, answer());

      assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadNowException.class);
      assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadNowException.class);
      assertThat(read(text)).isEmpty();
    }
  }

  @Test
  void aFailureThatPassesIsTriedAgain() {
    for (int status : List.of(429, 500, 503)) {
      String text = "Status " + status + " passes.";
      StubModel.fail(text, status, answer());

      assertThat(read(text)).isEmpty();
      assertThat(StubModel.requests(text)).hasSize(2);
    }
  }

  @Test
  void aFailureThatStaysIsNoReading() {
    for (int status : List.of(401, 404, 429, 500)) {
      String text = "Status " + status + " stays.";
      StubModel.failAlways(text, status);

      assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadNowException.class);
    }
  }

  @Test
  void aModelThatDoesNotAnswerIsGivenUp() {
    StubModel.stall("Stalls for ever");

    assertThatThrownBy(() -> read("Stalls for ever.")).isInstanceOf(UnreadNowException.class);
  }

  @Test
  void anAnswerOutsideTheProtocolIsNoReading() {
    StubModel.garble("Garbled on the way");

    assertThatThrownBy(() -> read("Garbled on the way.")).isInstanceOf(UnreadNowException.class);
  }

  @Test
  void anArticleThatCannotBeReadIsNotTakenAndMayBeSentAgain() {
    String text = "Microsoft stops sales of it today. Read at the second post.";
    String found = answer(pause("Microsoft stops sales of it today."));
    StubModel.tell("Read at the second post", "no JSON", found);

    Response refused = post(text);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isNotBlank();
    assertThat(refused.asString()).doesNotContain("stub", "127.0.0.1", "Exception", "a-secret-key");
    assertThat(tables.column("SELECT id FROM article WHERE text LIKE '%second post.'")).isEmpty();

    Response taken = post(text);
    assertThat(taken.statusCode()).isEqualTo(201);
    assertThat(taken.jsonPath().getList("claims")).hasSize(1);
    assertThat(
            tables.column(
                "SELECT extractor FROM claim WHERE payload::text LIKE '%stops sales of it%'"))
        .allMatch(extractor -> extractor.contains(StubModel.NAME));
  }

  private static Response post(String text) {
    return given()
        .contentType("application/json")
        .body(
            Map.of(
                "publisher",
                "The Test Post",
                "publishedAt",
                "2020-06-12",
                "title",
                "A",
                "text",
                text))
        .post("/v1/articles");
  }
}
