package ai.policytracker.quickstart.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A YAML document under {@code docs} that a service makes itself, so that a test can hold the two
 * against each other. With {@code -Dtracker.write-docs=true} it is written instead.
 */
public final class CommittedDocument {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(Feature.MINIMIZE_QUOTES)
          .enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  private final Path file;

  public CommittedDocument(Path file) {
    this.file = file;
  }

  /**
   * Where what is made differs from what is committed, as a JSON pointer; empty where it does not.
   * The order of keys is the maker's business.
   */
  public Optional<String> differenceFrom(String made) throws IOException {
    JsonNode now = YAML.readTree(made);
    JsonNode committed = Files.exists(file) ? YAML.readTree(file.toFile()) : YAML.nullNode();
    if (Boolean.getBoolean("tracker.write-docs")) {
      YAML.writeValue(file.toFile(), inOrderOf(committed, now));
      return Optional.empty();
    }
    return difference("", committed, now);
  }

  private static Optional<String> difference(String pointer, JsonNode before, JsonNode now) {
    if (before.equals(now)) {
      return Optional.empty();
    }
    if (before instanceof ObjectNode && now instanceof ObjectNode) {
      TreeSet<String> names = new TreeSet<>();
      before.fieldNames().forEachRemaining(names::add);
      now.fieldNames().forEachRemaining(names::add);
      return names.stream()
          .flatMap(
              name -> difference(pointer + "/" + name, before.path(name), now.path(name)).stream())
          .findFirst();
    }
    return Optional.of(pointer);
  }

  /** Keys that were there stay where they were, so that a diff shows what has changed alone. */
  static JsonNode inOrderOf(JsonNode before, JsonNode now) {
    if (before instanceof ObjectNode && now instanceof ObjectNode) {
      ObjectNode ordered = YAML.createObjectNode();
      before
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (now.has(name)) {
                  ordered.set(name, inOrderOf(before.get(name), now.get(name)));
                }
              });
      now.fieldNames()
          .forEachRemaining(
              name -> {
                if (!ordered.has(name)) {
                  ordered.set(name, now.get(name));
                }
              });
      return ordered;
    }
    if (before instanceof ArrayNode && now instanceof ArrayNode) {
      ArrayNode ordered = YAML.createArrayNode();
      for (int i = 0; i < now.size(); i++) {
        ordered.add(inOrderOf(before.path(i), now.get(i)));
      }
      return ordered;
    }
    return now;
  }
}
