package ai.policytracker.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The positions of all companies as they hold today, as text. */
final class PositionsTable {
  private static final List<String> HEAD =
      List.of("COMPANY", "SUBJECT", "STATUS", "FROM", "TO", "STANDING", "SOURCES");
  private static final String GAP = "  ";

  private PositionsTable() {}

  static List<String> read(Http query) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (JsonNode company : query.get("/v1/companies?limit=500").path("items")) {
      String id = company.path("company").asText();
      JsonNode positions = query.get("/v1/companies/" + id + "/positions").path("positions");
      positions.forEach(position -> rows.add(row(id, position)));
    }
    return align(rows);
  }

  private static List<String> row(String company, JsonNode position) {
    return List.of(
        company,
        subject(position.path("subject")),
        position.path("status").asText(),
        day(position.path("validFrom"), position.path("validFromPrecision").asText()),
        end(position),
        position.path("standing").asText(),
        position.path("sourceCount").asText());
  }

  private static String subject(JsonNode subject) {
    return Stream.of("technology", "activity", "audience", "jurisdiction")
        .filter(subject::hasNonNull)
        .map(part -> subject.path(part).asText())
        .collect(Collectors.joining(" · "));
  }

  /** As exact as it is known. */
  private static String day(JsonNode date, String precision) {
    String text = date.asText("");
    return switch (precision) {
      case "YEAR" -> text.substring(0, Math.min(4, text.length()));
      case "MONTH" -> text.substring(0, Math.min(7, text.length()));
      default -> text;
    };
  }

  private static String end(JsonNode position) {
    if (position.hasNonNull("validTo")) {
      return position.path("validTo").asText();
    }
    JsonNode until = position.path("until");
    if (until.hasNonNull("condition")) {
      return "on a condition";
    }
    return until.path("indefinite").asBoolean() ? "indefinite" : "";
  }

  private static List<String> align(List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, HEAD.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }
}
