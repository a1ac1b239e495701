package ai.policytracker.query.answer;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a table of records: one for each field, those of records within it by their path
 * ({@code subject.technology}). They follow from the type alone, so that every page of a list has
 * the same ones. What repeats is one column with its JSON.
 */
record Columns(List<Column> columns) {
  private static final int DEEPEST = 8;
  private static final char QUOTE = '"';

  /**
   * @param path names of the fields that lead to it
   */
  record Column(List<String> path) {
    String name() {
      return String.join(".", path);
    }

    String valueIn(JsonNode item) {
      JsonNode value = item;
      for (String field : path) {
        value = value.path(field);
      }
      if (value.isMissingNode() || value.isNull()) {
        return "";
      }
      return value.isValueNode() ? value.asText() : value.toString();
    }
  }

  static Columns of(Class<?> type, ObjectMapper mapper) {
    List<Column> columns = new ArrayList<>();
    add(mapper.constructType(type), List.of(), columns, mapper);
    return new Columns(List.copyOf(columns));
  }

  private static void add(
      JavaType type, List<String> path, List<Column> columns, ObjectMapper mapper) {
    if (!type.getRawClass().isRecord() || path.size() > DEEPEST) {
      columns.add(new Column(path));
      return;
    }
    for (BeanPropertyDefinition field :
        mapper.getSerializationConfig().introspect(type).findProperties()) {
      if (field.couldSerialize()) {
        List<String> deeper = new ArrayList<>(path);
        deeper.add(field.getName());
        add(field.getPrimaryType(), List.copyOf(deeper), columns, mapper);
      }
    }
  }

  /** As RFC 4180 has it. */
  static void writeCell(StringBuilder csv, String value) {
    String safe = guarded(value);
    if (safe.chars().noneMatch(c -> c == QUOTE || c == ',' || c == '\n' || c == '\r')) {
      csv.append(safe);
      return;
    }
    csv.append(QUOTE).append(safe.replace("\"", "\"\"")).append(QUOTE);
  }

  /**
   * Spreadsheets take a cell that begins so for a formula; an apostrophe before it has them show
   * it. Numbers stay as they are.
   */
  private static String guarded(String value) {
    if (value.isEmpty() || "=+-@\t\r\n".indexOf(value.charAt(0)) < 0) {
      return value;
    }
    return value.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?") ? value : "'" + value;
  }
}
