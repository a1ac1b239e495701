package ai.policytracker.query.diff;

import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * @param began on the later side only
 * @param ended on the earlier side only
 * @param changed on both, with other fields
 */
public record Differences<V>(List<V> began, List<V> ended, List<Changed<V>> changed) {
  /** They follow from the others, or are the key. */
  private static final Set<String> NOT_COMPARED = Set.of("evidence", "match", "subject", "target");

  /**
   * @param fields names of those that differ
   */
  public record Changed<V>(List<String> fields, V before, V after) {}

  static <V> Differences<V> between(List<V> before, List<V> after, Function<V, ?> key) {
    Map<Object, V> left = new LinkedHashMap<>();
    before.forEach(v -> left.put(key.apply(v), v));
    List<V> began = new ArrayList<>();
    List<Changed<V>> changed = new ArrayList<>();
    for (V now : after) {
      V then = left.remove(key.apply(now));
      if (then == null) {
        began.add(now);
      } else {
        List<String> fields = fields(then, now);
        if (!fields.isEmpty()) {
          changed.add(new Changed<>(fields, then, now));
        }
      }
    }
    return new Differences<>(began, List.copyOf(left.values()), changed);
  }

  private static List<String> fields(Object before, Object after) {
    JsonNode then = Json.MAPPER.valueToTree(before);
    JsonNode now = Json.MAPPER.valueToTree(after);
    Set<String> fields = new TreeSet<>();
    // Null fields are left out of the trees.
    then.fieldNames().forEachRemaining(fields::add);
    now.fieldNames().forEachRemaining(fields::add);
    return fields.stream()
        .filter(name -> !NOT_COMPARED.contains(name))
        .filter(name -> !now.path(name).equals(then.path(name)))
        .toList();
  }
}
