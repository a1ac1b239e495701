package ai.policytracker.ingest.extract;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Technology;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The phrases of technologies.txt, audiences.txt and places.txt. */
final class Subjects {
  private static final Pattern AI = Pattern.compile("(?<![\\w.])(?:AI|ai)(?![\\w.])");
  static final Phrases<Technology> TECHNOLOGIES = new Phrases<>(false);
  static final Phrases<Audience> AUDIENCES = new Phrases<>(false);
  static final Phrases<String> PLACES = new Phrases<>(true);

  static {
    Gazetteer.sections("technologies.txt")
        .forEach((slug, lines) -> lines.forEach(line -> add(line, Technology.fromSlug(slug))));
    Gazetteer.sections("audiences.txt")
        .forEach(
            (slug, lines) -> lines.forEach(line -> AUDIENCES.add(line, Audience.fromSlug(slug))));
    for (String line : Gazetteer.lines("places.txt")) {
      String[] columns = line.split("\t", 2);
      if (columns.length < 2) {
        throw new IllegalStateException("places.txt: '" + line + "' has no tab");
      }
      for (String name : columns[1].split(";")) {
        PLACES.add(name.strip(), columns[0].strip());
      }
    }
  }

  private Subjects() {}

  /** A phrase with "AI" is one with "artificial intelligence" too. */
  private static void add(String phrase, Technology technology) {
    TECHNOLOGIES.add(phrase, technology);
    String spelled = AI.matcher(phrase).replaceAll("artificial intelligence");
    if (!spelled.equals(phrase)) {
      TECHNOLOGIES.add(spelled, technology);
    }
  }

  /** Whether a single word names a place or its people. */
  static boolean isPlace(String word) {
    return !PLACES.in(List.of(new Token(0, 1, word, word.toLowerCase(Locale.ROOT), "X"))).isEmpty();
  }
}
