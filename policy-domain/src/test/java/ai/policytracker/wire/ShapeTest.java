package ai.policytracker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Precision;
import ai.policytracker.policy.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is published has the shape that its version had when it was first published. A new value of
 * an enum is no new shape: who does not know it parks the event.
 */
class ShapeTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "shapes");

  /** A record as it is written today. */
  record Written(String name, Class<? extends Record> record) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Written> everythingWritten() {
    return Stream.concat(
        WireType.all().stream()
            .map(
                type ->
                    new Written(
                        type.event().getSimpleName() + ".v" + type.version(),
                        type.event().asSubclass(Record.class)))
            .distinct(),
        Stream.of(new Written("Change.form" + ChangeCodec.FORM, Change.class)));
  }

  @ParameterizedTest
  @MethodSource("everythingWritten")
  void aVersionKeepsItsShape(Written written) throws IOException {
    Shape now = Shape.of(written.record());
    Path file = FOLDER.resolve(written.name() + ".txt");
    assertThat(file)
        .as(
            "%s is new. Write its shape, which is kept for good, into this file:%n%s%n",
            written, String.join("\n", now.lines()))
        .exists();

    SortedMap<String, String> differences = Shape.parse(Files.readAllLines(file)).differences(now);

    assertThat(differences)
        .as(
            """
            %s has another shape than was published under this version. Do not edit the file.
            Raise the version (WireType, or ChangeCodec.FORM), add the step from the version before
            to Upcasters or ChangeUpcasters, golden files and a schema of the new version, and its
            shape as a file beside this one.""",
            written)
        .isEmpty();
  }

  @Test
  void aFieldThatComesGoesOrChangesItsTypeIsNoticed() {
    Shape before = Shape.of(AnnouncedOn.class);
    Shape other = Shape.parse(List.of("date String", "precision Precision", "time LocalTime"));

    assertThat(before.differences(other))
        .containsOnlyKeys("date", "weekday", "time", "Precision", "DayOfWeek");
  }

  @Test
  void aNewValueOfAnEnumIsNoNewShapeButOneThatGoesIs() {
    Shape now = Shape.of(AnnouncedOn.class);
    Shape before = new Shape(now.fields(), new TreeMap<>(now.values()));
    before.values().put("Precision", Set.of(Precision.DAY.name()));

    assertThat(before.differences(now)).isEmpty();
    assertThat(now.differences(before)).containsOnlyKeys("Precision");
  }
}
