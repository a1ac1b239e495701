package ai.policytracker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What every version has written, kept as files for good. */
final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /** An event on the wire in one of its versions. */
  record Version(WireType type, int version) {
    boolean isCurrent() {
      return version == type.version();
    }

    ObjectNode json() throws IOException {
      return read(FOLDER.resolve(this + ".json"));
    }

    @Override
    public String toString() {
      return type.name() + ".v" + version;
    }
  }

  static Stream<Version> everyVersion() {
    return WireType.all().stream()
        .flatMap(
            type ->
                IntStream.rangeClosed(1, type.version())
                    .mapToObj(version -> new Version(type, version)));
  }

  static ObjectNode event(String type, int version) throws IOException {
    return read(FOLDER.resolve(type + ".v" + version + ".json"));
  }

  /**
   * @param name what the change tells, and its form: {@code adopted.form2}
   */
  static ObjectNode change(String name) throws IOException {
    return read(FOLDER.resolve("changes").resolve(name + ".json"));
  }

  static List<String> changesOfForm(int form) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("changes"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .filter(name -> name.endsWith(".form" + form))
          .sorted()
          .toList();
    }
  }

  static byte[] bytes(ObjectNode json) throws IOException {
    return Json.MAPPER.writeValueAsBytes(json);
  }

  private static ObjectNode read(Path file) throws IOException {
    assertThat(file).as("golden file").exists();
    return (ObjectNode) Json.MAPPER.readTree(Files.readAllBytes(file));
  }
}
