package ai.policytracker.audit;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What stands in tables and should not, or the other way round, a line each. */
final class Differences {
  private final Set<String> lines = new TreeSet<>();

  Set<String> lines() {
    return lines;
  }

  void add(String line) {
    lines.add(line);
  }

  void compare(String table, Map<String, String> stored, Map<String, String> expected) {
    Set<String> keys = new TreeSet<>(stored.keySet());
    keys.addAll(expected.keySet());
    for (String key : keys) {
      if (!Objects.equals(stored.get(key), expected.get(key))) {
        lines.add(
            "%s: %s is %s, should be %s".formatted(table, key, stored.get(key), expected.get(key)));
      }
    }
  }

  void compare(String table, Set<String> stored, Set<String> expected) {
    stored.stream()
        .filter(row -> !expected.contains(row))
        .forEach(row -> lines.add(table + ": should not have " + row));
    expected.stream()
        .filter(row -> !stored.contains(row))
        .forEach(row -> lines.add(table + ": lacks " + row));
  }
}
