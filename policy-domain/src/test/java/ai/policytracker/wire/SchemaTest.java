package ai.policytracker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.FoldedSubject;
import ai.policytracker.policy.Story;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schemas say what the codec writes, and refuse what it refuses. */
class SchemaTest {
  private static final Path SCHEMAS = Path.of("..", "docs", "events");

  private static JsonSchema schema(String name) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(SCHEMAS.resolve(name + ".schema.json")));
  }

  private static ObjectNode golden(String type) throws IOException {
    return (ObjectNode)
        Json.MAPPER.readTree(SchemaTest.class.getResourceAsStream("/golden/" + type + ".v1.json"));
  }

  private static String schemaOf(String type) {
    return type.equals("ClaimRetracted") ? "claim-retracted.v1" : "claim-announced.v1";
  }

  static Stream<String> everyType() {
    return EventCodecTest.everyType();
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void everyGoldenFileFitsItsSchema(String type) throws Exception {
    assertThat(schema(schemaOf(type)).validate(golden(type))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "company, Not A Slug",
    "kind, SHRUG",
    "technology, telepathy",
    "surprise, 1",
    "stance, SUPPORTS"
  })
  void aWrongFieldOfTheClaimDoesNotFit(String field, String value) throws Exception {
    ObjectNode event = golden("PauseAnnounced");
    ((ObjectNode) event.get("claim")).put(field, value);

    assertThat(schema("claim-announced.v1").validate(event)).isNotEmpty();
  }

  @Test
  void changesFitTheirSchema() throws Exception {
    Story first = Story.article("a").on("2020-06-10").in("US");
    List<PolicyEvent> events =
        List.of(
            first.event(),
            Story.article("b").on("2020-06-11").event(),
            Story.article("c").event(),
            first.retraction());
    JsonSchema schema = schema("policy-changed.v1");
    FoldedSubject folded = FoldedSubject.initial(first.event().subject());
    for (PolicyEvent event : events) {
      FoldedSubject.Step step = folded.apply(event);
      folded = step.next();
      Change change = Change.of(event, step, 1, Instant.parse("2026-11-22T10:00:00.000001Z"));
      JsonNode json = Json.MAPPER.readTree(ChangeCodec.encode(change));

      Set<ValidationMessage> errors = schema.validate(json);

      assertThat(errors).as("%s", json).isEmpty();
      assertThat(ChangeCodec.decode(ChangeCodec.encode(change))).isEqualTo(change);
    }
  }
}
