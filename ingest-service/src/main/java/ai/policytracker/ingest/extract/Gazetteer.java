package ai.policytracker.ingest.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the word lists under {@code /gazetteer}; each file says in its head how it is written. */
final class Gazetteer {
  private static final String WITHOUT_HEADING = "";

  private Gazetteer() {}

  /** The lines under each {@code [heading]}, comments and blank lines left out. */
  static Map<String, List<String>> sections(String file) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    String heading = WITHOUT_HEADING;
    for (String line : lines(file)) {
      if (line.startsWith("[") && line.endsWith("]")) {
        heading = line.substring(1, line.length() - 1);
        sections.putIfAbsent(heading, new ArrayList<>());
      } else {
        sections.computeIfAbsent(heading, unused -> new ArrayList<>()).add(line);
      }
    }
    return sections;
  }

  static List<String> lines(String file) {
    try (InputStream in = Gazetteer.class.getResourceAsStream("/gazetteer/" + file)) {
      if (in == null) {
        throw new IllegalStateException("gazetteer/" + file + " is not on the class path");
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("gazetteer/" + file, e);
    }
  }
}
