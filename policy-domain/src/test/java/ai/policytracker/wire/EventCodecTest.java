package ai.policytracker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.Kind;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policy.Story;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {

  static Stream<String> everyType() {
    return Stream.concat(
        Arrays.stream(Kind.values()).map(Kind::eventType), Stream.of(ClaimRetracted.TYPE));
  }

  private static byte[] golden(String type) throws IOException {
    try (InputStream file =
        EventCodecTest.class.getResourceAsStream("/golden/" + type + ".v1.json")) {
      assertThat(file).as("golden file of %s version 1", type).isNotNull();
      return file.readAllBytes();
    }
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void everyGoldenFileParsesAndIsWrittenBackTheSame(String type) throws Exception {
    byte[] golden = golden(type);

    PolicyEvent event = EventCodec.decode(golden);

    assertThat(event.type()).isEqualTo(type);
    assertThat(Json.MAPPER.readTree(EventCodec.encode(event)))
        .isEqualTo(Json.MAPPER.readTree(golden));
  }

  @Test
  void theEventIdFollowsFromTheContentAndNotFromTheTimeOfReceipt() throws Exception {
    ClaimAnnounced golden = (ClaimAnnounced) EventCodec.decode(golden("PauseAnnounced"));
    ClaimAnnounced later =
        new ClaimAnnounced(
            "-",
            golden.claimId(),
            golden.revision(),
            golden.receivedAt().plusSeconds(60),
            golden.extractor(),
            golden.article(),
            golden.claim());

    assertThat(EventCodec.withEventId(later).eventId())
        .isEqualTo(EventCodec.withEventId(golden).eventId())
        .isNotEqualTo(Story.article("another").event().eventId());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]                                   | not a JSON object
          {"type":                              | end-of-input
          {"version":1}                         | type: must be a string
          {"type":"PauseAnnounced"}             | version: must be a whole number
          {"type":"Unheard","version":1}        | unknown event: Unheard version 1
          {"type":"PauseAnnounced","version":2} | unknown event: PauseAnnounced version 2
          """)
  void whatIsNoEventIsRefusedWithTheReason(String json, String reason) {
    assertThatThrownBy(() -> EventCodec.decode(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "company, Not A Slug, company: must be a slug",
    "kind, SHRUG, SHRUG",
    "confidence, 1.5, confidence: must be 0 to 1",
    "jurisdiction, XX, jurisdiction: must be an ISO 3166 code or EU",
    "surprise, 1, surprise"
  })
  void aWrongFieldOfTheClaimIsNamed(String field, String value, String reason) throws Exception {
    ObjectNode event = (ObjectNode) Json.MAPPER.readTree(golden("PauseAnnounced"));
    ObjectNode claim = (ObjectNode) event.get("claim");
    if (field.equals("confidence")) {
      claim.put(field, Double.parseDouble(value));
    } else {
      claim.put(field, value);
    }

    assertThatThrownBy(() -> EventCodec.decode(Json.MAPPER.writeValueAsBytes(event)))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "url, not an address, article.url",
    "url, mailto:desk, article.url",
    "publishedAt, 2020-06, article.publishedAt",
    "publishedAt, soon, article.publishedAt",
    "title, A\u0000B, NUL"
  })
  void aWrongFieldOfTheArticleIsNamed(String field, String value, String reason) throws Exception {
    ObjectNode event = (ObjectNode) Json.MAPPER.readTree(golden("PauseAnnounced"));
    ((ObjectNode) event.get("article")).put(field, value);

    assertThatThrownBy(() -> EventCodec.decode(Json.MAPPER.writeValueAsBytes(event)))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aTypeThatDoesNotFitItsClaimIsRefused() throws Exception {
    ObjectNode event = (ObjectNode) Json.MAPPER.readTree(golden("PauseAnnounced"));
    event.put("type", "BanAnnounced");

    assertThatThrownBy(() -> EventCodec.decode(Json.MAPPER.writeValueAsBytes(event)))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining("does not fit");
  }
}
