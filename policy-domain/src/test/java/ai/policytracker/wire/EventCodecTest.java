package ai.policytracker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policy.Histories;
import ai.policytracker.policy.Story;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {

  static Stream<Golden.Version> everyVersion() {
    return Golden.everyVersion();
  }

  static Stream<Golden.Version> currentVersions() {
    return everyVersion().filter(Golden.Version::isCurrent);
  }

  @ParameterizedTest
  @MethodSource("everyVersion")
  void everyGoldenFileParses(Golden.Version version) throws Exception {
    PolicyEvent event = EventCodec.decode(Golden.bytes(version.json()));

    assertThat(event.type()).isEqualTo(version.type().name());
    assertThat(event).isInstanceOf(version.type().event());
  }

  @ParameterizedTest
  @MethodSource("currentVersions")
  void theCurrentVersionIsWrittenBackTheSame(Golden.Version version) throws Exception {
    PolicyEvent event = EventCodec.decode(Golden.bytes(version.json()));

    assertThat(Json.MAPPER.readTree(EventCodec.encode(event))).isEqualTo(version.json());
  }

  @ParameterizedTest
  @CsvSource({
    "PauseAnnounced", "BanAnnounced", "WithdrawalAnnounced", "RestrictionAnnounced",
    "ResumptionAnnounced", "PermissionStated", "CommitmentMade", "LobbyingStanceTaken"
  })
  void aClaimOfVersion1IsAFirstReading(String type) throws Exception {
    ObjectNode first = Golden.event(type, 1);

    PolicyEvent raised = EventCodec.decode(Golden.bytes(first));

    first.put("version", 2).put("rereading", false);
    assertThat(Json.MAPPER.readTree(EventCodec.encode(raised))).isEqualTo(first);
  }

  @Test
  void aRetractionOfVersion1NamesTheCompanyOfItsSubject() throws Exception {
    ObjectNode first = Golden.event("ClaimRetracted", 1);

    PolicyEvent raised = EventCodec.decode(Golden.bytes(first));

    first.put("version", 2).put("company", "acme").remove("subject");
    assertThat(Json.MAPPER.readTree(EventCodec.encode(raised))).isEqualTo(first);
    assertThat(((ClaimRetracted) raised).decision()).isNull();
  }

  @Test
  void typeAndVersionComeFirstAndTheRestAsTheRecordHasIt() throws Exception {
    for (long seed = 0; seed < 200; seed++) {
      for (PolicyEvent event : Histories.of(seed)) {
        ObjectNode tree = Json.MAPPER.createObjectNode();
        tree.put("type", event.type());
        tree.put("version", WireType.of(event.type()).version());
        tree.setAll((ObjectNode) Json.MAPPER.valueToTree(event));

        assertThat(new String(EventCodec.encode(event), StandardCharsets.UTF_8))
            .as("seed %d", seed)
            .isEqualTo(tree.toString());
        assertThat(EventCodec.decode(EventCodec.encode(event)))
            .as("seed %d", seed)
            .isEqualTo(event);
      }
    }
  }

  @Test
  void theEventIdFollowsFromTheContentAndNotFromTheTimeOfReceipt() throws Exception {
    ClaimAnnounced golden =
        (ClaimAnnounced) EventCodec.decode(Golden.bytes(Golden.event("PauseAnnounced", 2)));
    ClaimAnnounced later =
        new ClaimAnnounced(
            "-",
            golden.claimId(),
            golden.revision(),
            golden.receivedAt().plusSeconds(60),
            golden.extractor(),
            golden.rereading(),
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
          [1]                                     | not a JSON object
          {"type":                                | end-of-input
          {"version":1}                           | type: must be a string
          {"type":"PauseAnnounced"}               | version: must be a whole number
          {"type":"Unheard","version":1}          | unknown event: Unheard version 1
          {"type":"PauseAnnounced","version":3}   | unknown event: PauseAnnounced version 3
          {"type":"PauseAnnounced","version":0}   | unknown event: PauseAnnounced version 0
          {"type":"ClaimRetracted","version":1}   | subject: must name a company
          {"type":"PauseAnnounced","version":1,"rereading":true} | rereading: came with version 2
          """)
  void whatIsNoEventIsRefusedWithTheReason(String json, String reason) {
    assertRefused(json.getBytes(StandardCharsets.UTF_8), reason);
  }

  @Test
  void nothingAtAllIsRefused() {
    assertRefused(null, "no value");
  }

  @ParameterizedTest
  @CsvSource({
    "company, Not A Slug, company: must be a slug",
    "kind, SHRUG, SHRUG",
    "confidence, 1.5, confidence: must be 0 to 1",
    "jurisdiction, XX, jurisdiction: must be an ISO 3166 code or EU",
    "effectiveFrom, -0001-12-31, effectiveFrom: must be in the years 1 to 9999",
    "effectiveFrom, +10000-01-01, effectiveFrom: must be in the years 1 to 9999",
    "surprise, 1, surprise"
  })
  void aWrongFieldOfTheClaimIsNamed(String field, String value, String reason) throws Exception {
    ObjectNode event = Golden.event("PauseAnnounced", 2);
    ObjectNode claim = (ObjectNode) event.get("claim");
    if (field.equals("confidence")) {
      claim.put(field, Double.parseDouble(value));
    } else {
      claim.put(field, value);
    }

    assertRefused(Golden.bytes(event), reason);
  }

  @ParameterizedTest
  @CsvSource({
    "url, not an address, article.url",
    "url, mailto:desk, article.url",
    "publishedAt, 2020-06, article.publishedAt",
    "publishedAt, 2020-06-31, article.publishedAt",
    "publishedAt, 2020-6-010, article.publishedAt",
    "publishedAt, 2020-+6-01, article.publishedAt",
    "publishedAt, soon, article.publishedAt",
    "title, A\u0000B, NUL"
  })
  void aWrongFieldOfTheArticleIsNamed(String field, String value, String reason) throws Exception {
    ObjectNode event = Golden.event("PauseAnnounced", 2);
    ((ObjectNode) event.get("article")).put(field, value);

    assertRefused(Golden.bytes(event), reason);
  }

  @ParameterizedTest
  @CsvSource({
    "PauseAnnounced, 2, BanAnnounced",
    "AnnouncementConfirmed, 1, AnnouncementRejected",
    "StartReached, 1, EndReached"
  })
  void aTypeThatDoesNotFitItsContentIsRefused(String type, int version, String other)
      throws Exception {
    ObjectNode event = Golden.event(type, version);
    event.put("type", other);

    assertRefused(Golden.bytes(event), "does not fit");
  }

  @ParameterizedTest
  @CsvSource({
    "ClaimRetracted, 2, reason, TAKEN_BACK, decision: goes with JUDGED_WRONG",
    "ClaimCorrected, 1, authority, ARTICLE, decision: goes with ANALYST",
    "CompaniesMerged, 1, into, acme, into: must be another company",
    "CompaniesUnmerged, 1, surprise, 1, surprise",
    "FoldUpgraded, 1, company, A, company: must be a slug"
  })
  void aWrongFieldOfADecisionIsNamed(
      String type, int version, String field, String value, String reason) throws IOException {
    ObjectNode event = Golden.event(type, version);
    event.put(field, value);

    assertRefused(Golden.bytes(event), reason);
  }

  private static void assertRefused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> EventCodec.decode(bytes))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining(reason);
  }
}
