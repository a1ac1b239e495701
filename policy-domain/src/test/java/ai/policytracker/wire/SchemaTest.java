package ai.policytracker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.AnnouncementReviewed;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.CompaniesMerged;
import ai.policytracker.event.CompaniesUnmerged;
import ai.policytracker.event.DateReached;
import ai.policytracker.event.FoldUpgraded;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.Histories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schemas say what the codecs write, and refuse what they refuse. */
class SchemaTest {
  private static final Path SCHEMAS = Path.of("..", "docs", "events");
  private static final int HISTORIES = 200;

  private static final Map<Class<?>, String> NAMES =
      Map.of(
          ClaimAnnounced.class, "claim-announced",
          ClaimRetracted.class, "claim-retracted",
          ClaimCorrected.class, "claim-corrected",
          AnnouncementReviewed.class, "announcement-reviewed",
          CompaniesMerged.class, "companies-merged",
          CompaniesUnmerged.class, "companies-unmerged",
          DateReached.class, "date-reached",
          FoldUpgraded.class, "fold-upgraded");

  private static final SchemaValidatorsConfig FORMATS_COUNT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private static final Map<String, JsonSchema> READ = new ConcurrentHashMap<>();

  private static JsonSchema schema(String name) {
    return READ.computeIfAbsent(
        name,
        n -> {
          try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(SCHEMAS.resolve(n + ".schema.json")), FORMATS_COUNT);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static JsonSchema schema(WireType type, int version) {
    return schema(NAMES.get(type.event()) + ".v" + version);
  }

  static Stream<Golden.Version> everyVersion() {
    return Golden.everyVersion();
  }

  static Stream<String> everyChange() throws IOException {
    return Stream.concat(
        Golden.changesOfForm(1).stream(), Golden.changesOfForm(ChangeCodec.FORM).stream());
  }

  @ParameterizedTest
  @MethodSource("everyVersion")
  void everyGoldenEventFitsTheSchemaOfItsVersion(Golden.Version version) throws Exception {
    assertThat(schema(version.type(), version.version()).validate(version.json())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyChange")
  void everyGoldenChangeFitsTheSchemaOfItsForm(String name) throws Exception {
    ObjectNode change = Golden.change(name);

    assertThat(schema("policy-changed.v" + change.get("form").intValue()).validate(change))
        .isEmpty();
  }

  @Test
  void whatTheFoldTakesAndTellsFitsTheSchemas() throws Exception {
    JsonSchema changed = schema("policy-changed.v" + ChangeCodec.FORM);
    for (long seed = 0; seed < HISTORIES; seed++) {
      for (PolicyEvent event : Histories.of(seed)) {
        JsonNode json = Json.MAPPER.readTree(EventCodec.encode(event));
        WireType type = WireType.of(event.type());
        assertThat(schema(type, type.version()).validate(json))
            .as("seed %d: %s", seed, json)
            .isEmpty();
      }
      for (Change change : HistoryChanges.of(seed)) {
        JsonNode json = Json.MAPPER.readTree(ChangeCodec.encode(change));
        assertThat(changed.validate(json)).as("seed %d: %s", seed, json).isEmpty();
      }
    }
  }

  /** As in a JSON pointer, with a value that the codec refuses; "-" takes the field away. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PauseAnnounced        | 2 | /claim/company      | "Not A Slug"
          PauseAnnounced        | 2 | /claim/kind         | "SHRUG"
          PauseAnnounced        | 2 | /claim/technology   | "telepathy"
          PauseAnnounced        | 2 | /claim/surprise     | 1
          PauseAnnounced        | 2 | /claim/stance       | "SUPPORTS"
          PauseAnnounced        | 2 | /claim/confidence   | 1.5
          PauseAnnounced        | 2 | /claim/evidence     | []
          PauseAnnounced        | 2 | /rereading          | -
          PauseAnnounced        | 2 | /version            | 3
          PauseAnnounced        | 1 | /rereading          | false
          LobbyingStanceTaken   | 2 | /claim/target       | -
          ClaimRetracted        | 2 | /reason             | "TAKEN_BACK"
          ClaimRetracted        | 2 | /decision           | -
          ClaimRetracted        | 2 | /company            | -
          ClaimRetracted        | 1 | /subject            | -
          ClaimCorrected        | 1 | /changes/confidence | 0.5
          ClaimCorrected        | 1 | /authority          | "READING"
          ClaimCorrected        | 1 | /decision/reason    | " "
          ClaimCorrected        | 1 | /revision           | 0
          AnnouncementConfirmed | 1 | /verdict            | "REJECTED"
          AnnouncementRejected  | 1 | /decision           | -
          CompaniesMerged       | 1 | /into               | "Not A Slug"
          CompaniesUnmerged     | 1 | /into               | "bolt"
          StartReached          | 1 | /boundary           | "END"
          EndReached            | 1 | /date               | "soon"
          FoldUpgraded          | 1 | /sequence           | 0
          """)
  void schemaAndCodecRefuseTheSameEvents(String type, int version, String at, String value)
      throws Exception {
    ObjectNode event = Golden.event(type, version);
    set(event, at, value);

    assertThat(schema(WireType.of(type), version).validate(event)).isNotEmpty();
    assertThat(isRead(() -> EventCodec.decode(Golden.bytes(event)))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          adopted.form2      | /type               | "SHRUGGED"
          adopted.form2      | /retractedClaim     | "c1"
          adopted.form2      | /difference/type    | "ADOPTED"
          adopted.form2      | /subject/activity   | -
          adopted.form2      | /announced/rereading | -
          adopted.form2      | /form               | 3
          stance-taken.form2 | /subject/audience   | "general"
          stance-taken.form2 | /subject/target     | "any:REGULATION"
          contested.form2    | /difference/after/0/surprise | 1
          adopted.form1      | /arrived            | {"c1": "e1"}
          """)
  void schemaAndCodecRefuseTheSameChanges(String name, String at, String value) throws Exception {
    ObjectNode change = Golden.change(name);
    String schema = "policy-changed.v" + change.get("form").intValue();
    set(change, at, value);

    assertThat(schema(schema).validate(change)).isNotEmpty();
    assertThat(isRead(() -> ChangeCodec.decode(Golden.bytes(change)))).isFalse();
  }

  private static void set(ObjectNode root, String at, String value) throws IOException {
    int slash = at.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) root.at(at.substring(0, slash));
    String field = at.substring(slash + 1);
    if (value.equals("-")) {
      parent.remove(field);
    } else {
      parent.set(field, Json.MAPPER.readTree(value));
    }
  }

  /** Reading that may be refused. */
  private interface Reading {
    Object read() throws UnreadableEventException, IOException;
  }

  private static boolean isRead(Reading reading) throws IOException {
    try {
      reading.read();
      return true;
    } catch (UnreadableEventException e) {
      return false;
    }
  }

  @Test
  void everySchemaBelongsToWhatIsWritten() throws Exception {
    List<String> events =
        Golden.everyVersion()
            .map(v -> NAMES.get(v.type().event()) + ".v" + v.version())
            .distinct()
            .toList();
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      assertThat(files.map(f -> f.getFileName().toString().replace(".schema.json", "")))
          .containsAll(events)
          .contains("policy-changed.v1", "policy-changed.v" + ChangeCodec.FORM)
          .hasSize(events.size() + 3);
    }
  }
}
