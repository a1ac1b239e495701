package ai.policytracker.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What the fold says of one day, against what the labels expect of it. */
final class PositionsOfDay {
  private final LocalDate asOf;
  private final List<Row> rows = new ArrayList<>();
  private final Set<Row> seen = new HashSet<>();

  private record Row(Subject subject, Segment segment) {}

  PositionsOfDay(Fold fold, LocalDate asOf) {
    this.asOf = asOf;
    fold.subjects()
        .forEach(
            (subject, of) ->
                of.segments().stream()
                    .filter(s -> !s.validFrom().isAfter(asOf))
                    .filter(s -> s.validTo() == null || s.validTo().isAfter(asOf))
                    .forEach(s -> rows.add(new Row(subject, s))));
  }

  void comparePosition(JsonNode expected, List<String> differences) {
    String key =
        String.join(
            "/",
            expected.get("company").textValue(),
            expected.get("technology").textValue(),
            expected.get("activity").textValue(),
            expected.get("audience").textValue(),
            "-");
    String place = expected.get("jurisdiction").textValue();
    List<Row> found =
        rows.stream()
            .filter(r -> r.subject().key().equals(key))
            .filter(r -> Objects.equals(r.segment().jurisdiction(), place))
            .toList();
    List<Row> best =
        found.stream()
            .filter(r -> r.segment().kind().name().equals(expected.get("kind").textValue()))
            .toList();
    List<Row> candidates = best.isEmpty() ? found : best;
    if (candidates.isEmpty()) {
      if (!expected.path("optional").asBoolean()) {
        differences.add(asOf + " missing " + expected);
      }
      return;
    }
    List<String> closest = null;
    Row closestRow = null;
    for (Row row : candidates) {
      List<String> differing = differing(expected, row.segment());
      if (closest == null || differing.size() < closest.size()) {
        closest = differing;
        closestRow = row;
      }
    }
    seen.add(closestRow);
    if (!closest.isEmpty()) {
      differences.add(asOf + " " + key + "/" + place + ": " + closest);
    }
  }

  private static List<String> differing(JsonNode expected, Segment is) {
    List<String> differing = new ArrayList<>();
    field(differing, expected, "status", is.status().name());
    field(differing, expected, "kind", is.kind().name());
    field(differing, expected, "validFrom", is.validFrom().toString());
    boolean commitment = is.lane() == Lane.COMMITMENT;
    if (!commitment) {
      field(differing, expected, "validTo", is.validTo() == null ? null : is.validTo().toString());
    }
    if (expected.get("sources").intValue() != is.sourceCount()) {
      differing.add("sources %s, expected %s".formatted(is.sourceCount(), expected.get("sources")));
    }
    Set<String> contested = new TreeSet<>();
    is.contested().forEach(c -> contested.add(c.field()));
    Set<String> wanted = new TreeSet<>();
    expected.get("contested").forEach(c -> wanted.add(c.textValue()));
    boolean accepted = contested.equals(wanted);
    for (JsonNode other : expected.path("accept").path("contested")) {
      Set<String> alternative = new TreeSet<>();
      other.forEach(c -> alternative.add(c.textValue()));
      accepted |= contested.equals(alternative);
    }
    if (!accepted) {
      differing.add("contested %s, expected %s".formatted(contested, wanted));
    }
    return differing;
  }

  private static void field(List<String> differing, JsonNode expected, String name, String is) {
    if (Objects.equals(expected.get(name).textValue(), is)) {
      return;
    }
    for (JsonNode accepted : expected.path("accept").path(name)) {
      if (Objects.equals(accepted.textValue(), is)) {
        return;
      }
    }
    differing.add("%s %s, expected %s".formatted(name, is, expected.get(name)));
  }

  void compareStance(JsonNode expected, List<String> differences) {
    List<Row> found =
        rows.stream()
            .filter(r -> r.segment().lane() == Lane.STANCE)
            .filter(r -> r.subject().company().equals(expected.get("company").textValue()))
            .filter(r -> r.segment().stance().name().equals(expected.get("stance").textValue()))
            .filter(
                r -> r.segment().target().type().name().equals(expected.get("type").textValue()))
            .filter(
                r ->
                    Objects.equals(
                        r.segment().jurisdiction(), expected.get("jurisdiction").textValue()))
            .filter(r -> sameName(expected.get("target").textValue(), r.segment().target().name()))
            .toList();
    if (found.isEmpty()) {
      differences.add(asOf + " missing stance " + expected);
      return;
    }
    seen.addAll(found);
    Segment is = found.getFirst().segment();
    List<String> differing = new ArrayList<>();
    field(differing, expected, "validFrom", is.validFrom().toString());
    if (expected.get("sources").intValue() != is.sourceCount()) {
      differing.add("sources %s, expected %s".formatted(is.sourceCount(), expected.get("sources")));
    }
    if (!differing.isEmpty()) {
      differences.add(
          asOf + " stance " + expected.get("company") + expected.get("target") + ": " + differing);
    }
  }

  private static boolean sameName(String expected, String is) {
    return is == null || slug(expected).equals(slug(is));
  }

  List<String> unexpected() {
    return rows.stream()
        .filter(r -> !seen.contains(r))
        .map(
            r ->
                asOf
                    + " unexpected "
                    + r.subject().key()
                    + " "
                    + r.segment().jurisdiction()
                    + " "
                    + r.segment().status()
                    + r.segment().stance()
                    + " "
                    + r.segment().validFrom()
                    + " "
                    + (r.segment().target() == null ? "" : r.segment().target().name()))
        .toList();
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
