package ai.policytracker.evaluation;

import ai.policytracker.evaluation.Score.Measure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** What must be reached, from {@code corpus/floors.properties}: {@code set.measure = value}. */
record Floors(SortedMap<String, Double> byName) {

  static Floors read(Path file) throws IOException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    SortedMap<String, Double> floors = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      floors.put(name, Double.valueOf(properties.getProperty(name)));
    }
    return new Floors(floors);
  }

  /** A line for each that is missed, or that names what is not measured. */
  List<String> missed(Score score) {
    String prefix = score.corpus() + ".";
    Map<String, Measure> measures = score.measures();
    List<String> missed = new ArrayList<>();
    byName.forEach(
        (name, floor) -> {
          if (name.startsWith(prefix)) {
            Measure measure = measures.get(name.substring(prefix.length()));
            if (measure == null) {
              missed.add(name + ": nothing of that name is measured");
            } else if (!measure.holds(floor)) {
              missed.add(told(name, measure, floor));
            }
          }
        });
    return missed;
  }

  /** Names of floors that belong to none of the sets. */
  List<String> ofOtherSetsThan(List<String> sets) {
    return byName.keySet().stream()
        .filter(name -> sets.stream().noneMatch(set -> name.startsWith(set + ".")))
        .toList();
  }

  private static String told(String name, Measure measure, double floor) {
    return String.format(
        Locale.ROOT,
        "%s is %.3f and must be %s %.3f",
        name,
        measure.value(),
        measure.ceiling() ? "at most" : "at least",
        floor);
  }
}
