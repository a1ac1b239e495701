package ai.policytracker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Folded;
import ai.policytracker.policy.Histories;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Subject;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeCodecTest {

  static List<String> firstForm() throws IOException {
    return Golden.changesOfForm(1);
  }

  static List<String> currentForm() throws IOException {
    return Golden.changesOfForm(ChangeCodec.FORM);
  }

  private static Change golden(String name) throws Exception {
    return ChangeCodec.decode(Golden.bytes(Golden.change(name)));
  }

  @Test
  void everyTypeOfChangeHasAGoldenFile() throws Exception {
    Set<ChangeType> types = EnumSet.noneOf(ChangeType.class);
    for (String name : currentForm()) {
      types.add(golden(name).type());
    }

    assertThat(types).containsExactlyInAnyOrder(ChangeType.values());
  }

  @ParameterizedTest
  @MethodSource("currentForm")
  void theCurrentFormIsWrittenBackTheSame(String name) throws Exception {
    assertThat(Json.MAPPER.readTree(ChangeCodec.encode(golden(name))))
        .isEqualTo(Golden.change(name));
  }

  @Test
  void withTheBytesOfItsEventAChangeIsWrittenTheSame() {
    int taken = 0;
    for (long seed = 1; seed <= 20; seed++) {
      Folded folded = new Folded();
      for (PolicyEvent event : Histories.of(seed)) {
        byte[] payload = EventCodec.encode(event);
        for (Change change : folded.apply(event)) {
          byte[] bytes = ChangeCodec.encode(change, event, payload);

          assertThat(bytes).as("seed %d, %s", seed, change).isEqualTo(ChangeCodec.encode(change));
          taken += change.announced() == event ? 1 : 0;
        }
      }
    }
    assertThat(taken).isPositive();
  }

  @Test
  void anEventThatAnotherVersionWroteIsWrittenAgain() throws Exception {
    Folded folded = new Folded();
    for (PolicyEvent event : Histories.of(1)) {
      byte[] spaced =
          Json.MAPPER
              .readTree(EventCodec.encode(event))
              .toPrettyString()
              .getBytes(StandardCharsets.UTF_8);
      for (Change change : folded.apply(event)) {
        assertThat(ChangeCodec.encode(change, event, spaced)).isEqualTo(ChangeCodec.encode(change));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("firstForm")
  void whatBothFormsSayIsKept(String name) throws Exception {
    ObjectNode first = Golden.change(name);

    ObjectNode raised =
        (ObjectNode)
            Json.MAPPER.readTree(ChangeCodec.encode(ChangeCodec.decode(Golden.bytes(first))));

    first.put("form", 2).remove(List.of("retractedClaim", "subject"));
    ((ObjectNode) first.get("difference")).remove("type");
    if (first.get("announced") instanceof ObjectNode announced) {
      announced.put("rereading", false);
    }
    raised.remove(List.of("arrived", "left", "subject"));
    assertThat(raised).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"adopted.form1", "corroborated.form1", "refined.form1", "noted-stance.form1"})
  void theClaimThatForm1BroughtHasArrivedInItsFirstReading(String name) throws Exception {
    Change raised = golden(name);

    assertThat(raised.arrived())
        .isEqualTo(Map.of(raised.announced().claimId(), raised.announced().eventId()));
    assertThat(raised.announced().rereading()).isFalse();
    assertThat(raised.left()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"retracted.form1", "retracted-stance.form1"})
  void theClaimThatForm1TookBackHasLeft(String name) throws Exception {
    String retracted = Golden.change(name).get("retractedClaim").textValue();

    Change raised = golden(name);

    assertThat(raised.left()).containsExactly(retracted);
    assertThat(raised.arrived()).isEmpty();
    assertThat(raised.announced()).isNull();
  }

  @Test
  void theTargetOfForm1IsAKeyWithoutActivityAndAudience() throws Exception {
    assertThat(golden("noted-stance.form1").subject())
        .isEqualTo(new Subject("acme", null, null, null, "act:ab2261"));
    assertThat(golden("retracted-stance.form1").subject())
        .isEqualTo(
            new Subject("acme", Technology.FACIAL_RECOGNITION, null, null, "any:REGULATION"));
    assertThat(golden("adopted.form1").subject())
        .isEqualTo(
            new Subject(
                "acme",
                Technology.FACIAL_RECOGNITION,
                Activity.PROVISION,
                Audience.LAW_ENFORCEMENT,
                null));
  }

  @Test
  void form1DoesNotTellByWhoseWordAPositionHolds() throws Exception {
    assertThat(golden("adopted.form1").difference().after())
        .isNotEmpty()
        .extracting(Segment::attribution)
        .containsOnlyNulls();
  }

  @Test
  void theFormComesFirstAndTheRestAsTheRecordHasIt() throws Exception {
    for (long seed = 0; seed < 200; seed++) {
      for (Change change : HistoryChanges.of(seed)) {
        ObjectNode tree = Json.MAPPER.createObjectNode();
        tree.put("form", ChangeCodec.FORM);
        tree.setAll((ObjectNode) Json.MAPPER.valueToTree(change));
        byte[] bytes = ChangeCodec.encode(change);

        assertThat(new String(bytes, StandardCharsets.UTF_8))
            .as("seed %d", seed)
            .isEqualTo(tree.toString());
        assertThat(ChangeCodec.decode(bytes)).as("seed %d", seed).isEqualTo(change);
      }
    }
  }

  @Test
  void theFormMayStandAnywhere() throws Exception {
    ObjectNode json = Golden.change("adopted.form2");
    json.set("form", json.remove("form"));

    assertThat(ChangeCodec.decode(Golden.bytes(json))).isEqualTo(golden("adopted.form2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]                    | not a JSON object
          {"form":               | end-of-input
          {"company":"acme"}     | unknown form of a change: null
          {"form":3}             | unknown form of a change: 3
          {"form":"2"}           | unknown form of a change: "2"
          {"form":1}             | subject: must name a company and a technology
          {"form":1,"arrived":{}} | came with form 2
          """)
  void whatIsNoChangeIsRefusedWithTheReason(String json, String reason) {
    assertThatThrownBy(() -> ChangeCodec.decode(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void whatIsCutShortIsRefused() throws Exception {
    byte[] whole = Golden.bytes(Golden.change("adopted.form2"));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);

      assertThatThrownBy(() -> ChangeCodec.decode(cut))
          .as("%d bytes", length)
          .isInstanceOf(UnreadableEventException.class);
    }
  }
}
