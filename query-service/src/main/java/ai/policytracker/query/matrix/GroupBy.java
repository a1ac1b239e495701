package ai.policytracker.query.matrix;

import ai.policytracker.query.request.Parameters;
import ai.policytracker.shell.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What positions can be grouped by; the wire name is the lower-case one. */
enum GroupBy {
  COMPANY("p.company"),
  TECHNOLOGY("p.technology"),
  ACTIVITY("p.activity"),
  AUDIENCE("p.audience"),
  JURISDICTION("coalesce(nullif(p.jurisdiction, ''), 'none')"),
  STATUS("p.status"),
  STANDING("p.payload ->> 'standing'");

  private final String expression;

  GroupBy(String expression) {
    this.expression = expression;
  }

  String column() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The selected columns of a grouped statement: null where it is not grouped by one. */
  static String columns(List<GroupBy> asked) {
    return Arrays.stream(values())
        .map(g -> (asked.contains(g) ? g.expression : "NULL::text") + " AS " + g.column())
        .collect(Collectors.joining(", "));
  }

  static String expressions(List<GroupBy> asked) {
    return asked.stream().map(g -> g.expression).collect(Collectors.joining(", "));
  }

  static String columnNames(List<GroupBy> asked) {
    return asked.stream().map(GroupBy::column).collect(Collectors.joining(", "));
  }

  /** In the order of their declaration; empty where none is given. */
  static List<GroupBy> parse(String value) {
    List<String> names = Parameters.list("groupBy", value, one -> named(one).name());
    return names == null ? List.of() : names.stream().map(GroupBy::valueOf).sorted().toList();
  }

  private static GroupBy named(String name) {
    return Arrays.stream(values())
        .filter(g -> g.column().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.invalid(
                    "groupBy",
                    "must be of " + columnNames(List.of(values())) + ", set apart by commas"));
  }
}
