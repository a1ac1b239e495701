package ai.policytracker.query.change;

import ai.policytracker.shell.Problems;
import ai.policytracker.shell.Problems.FieldError;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** A {@link ChangeFilter} as a JSON object: the names of the query parameters, arrays as values. */
public final class FilterJson {
  private static final Set<String> FIELDS =
      Set.of(
          "company",
          "technology",
          "audience",
          "jurisdiction",
          "type",
          "status",
          "minConfidence",
          "standing");

  private FilterJson() {}

  /**
   * @param json null or absent for every change; a field is an array of texts or a single one
   * @param pointer JSON pointer of the object in the body, such as {@code /filter}
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with a pointer for each field that
   *     cannot be read
   */
  public static ChangeFilter read(JsonNode json, String pointer) {
    if (json == null || json.isNull() || json.isMissingNode()) {
      return ChangeFilter.ANY;
    }
    if (!json.isObject()) {
      throw Problems.invalid(pointer, "must be an object");
    }
    Map<String, List<String>> values = new TreeMap<>();
    List<FieldError> errors = new ArrayList<>();
    json.properties()
        .forEach(
            field -> {
              String at = pointer + "/" + field.getKey();
              if (!FIELDS.contains(field.getKey())) {
                errors.add(new FieldError(at, "is unknown"));
              } else if (isTexts(field.getValue())) {
                values.put(field.getKey(), texts(field.getValue()));
              } else {
                errors.add(new FieldError(at, "must be an array of texts"));
              }
            });
    if (!errors.isEmpty()) {
      throw Problems.invalid(errors);
    }
    return FilterReader.read(values, pointer + "/");
  }

  private static boolean isTexts(JsonNode value) {
    return value.isTextual()
        || value.isNumber()
        || value.isNull()
        || (value.isArray()
            && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual));
  }

  private static List<String> texts(JsonNode value) {
    if (value.isNull()) {
      return List.of();
    }
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList()
        : List.of(value.asText());
  }
}
