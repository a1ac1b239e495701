package ai.policytracker.query.export;

import ai.policytracker.query.announcement.AnnouncementView;
import ai.policytracker.query.position.CompanyAtTime;
import ai.policytracker.query.request.KnownTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.StringJoiner;

/** The lines of an export; none ends with a line break. */
@ApplicationScoped
class ExportLines {
  private static final int FORM = 1;

  private final ObjectMapper mapper;

  ExportLines(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  String first(KnownTime known) {
    ObjectNode line = line("export").put("form", FORM);
    line.set("knownAt", mapper.valueToTree(known.knownAt()));
    return text(line.put("seq", known.seq()));
  }

  String last(long lines) {
    return text(line("end").put("lines", lines));
  }

  String of(CompanyAtTime held, List<AnnouncementView> announcements) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add(text(ofCompany("company", held).put("final", held.known().isFinal())));
    held.positions().forEach(p -> lines.add(text(with(ofCompany("position", held), p))));
    held.stances().forEach(s -> lines.add(text(with(ofCompany("stance", held), s))));
    announcements.forEach(a -> lines.add(text(with(line("announcement"), a))));
    return lines.toString();
  }

  private ObjectNode ofCompany(String type, CompanyAtTime held) {
    return line(type).put("company", held.company());
  }

  private ObjectNode line(String type) {
    return mapper.createObjectNode().put("type", type);
  }

  private ObjectNode with(ObjectNode line, Object view) {
    line.setAll(mapper.<ObjectNode>valueToTree(view));
    return line;
  }

  private String text(ObjectNode line) {
    try {
      return mapper.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
