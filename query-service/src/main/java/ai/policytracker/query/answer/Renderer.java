package ai.policytracker.query.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes list answers as lines and as tables. An answer with several lists (the positions of a
 * company and its stances) tells first on each line, in {@code list}, which one it belongs to.
 */
@ApplicationScoped
class Renderer {
  private static final String LIST = "list";
  private static final String LINE_END = "\r\n";

  private final ObjectMapper mapper;
  private final Map<Class<?>, Columns> columns = new ConcurrentHashMap<>();

  Renderer(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  byte[] json(Object answer) {
    try {
      return mapper.writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] ndjson(Object answer) {
    List<AnswerShape.Part> lists = AnswerShape.of(answer).listsOf(answer);
    boolean isNamed = lists.size() > 1;
    StringBuilder lines = new StringBuilder();
    for (AnswerShape.Part part : lists) {
      for (Object item : part.of(answer)) {
        lines.append(line(isNamed ? named(part, item) : item)).append('\n');
      }
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Object named(AnswerShape.Part part, Object item) {
    ObjectNode named = mapper.createObjectNode().put(LIST, part.name());
    named.setAll(mapper.<ObjectNode>valueToTree(item));
    return named;
  }

  private String line(Object item) {
    try {
      return mapper.writeValueAsString(item);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] csv(Object answer) {
    List<AnswerShape.Part> lists = AnswerShape.of(answer).listsOf(answer);
    boolean isNamed = lists.size() > 1;
    Set<Columns.Column> all = new LinkedHashSet<>();
    for (AnswerShape.Part part : lists) {
      all.addAll(
          columns.computeIfAbsent(part.element(), type -> Columns.of(type, mapper)).columns());
    }
    StringBuilder csv = new StringBuilder(isNamed ? LIST + "," : "");
    csv.append(String.join(",", all.stream().map(Columns.Column::name).toList()));
    csv.append(LINE_END);
    for (AnswerShape.Part part : lists) {
      for (Object item : part.of(answer)) {
        csv.append(isNamed ? part.name() + "," : "");
        writeRow(csv, all, mapper.valueToTree(item));
      }
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void writeRow(StringBuilder csv, Set<Columns.Column> columns, JsonNode item) {
    String separator = "";
    for (Columns.Column column : columns) {
      csv.append(separator);
      Columns.writeCell(csv, column.valueIn(item));
      separator = ",";
    }
    csv.append(LINE_END);
  }
}
