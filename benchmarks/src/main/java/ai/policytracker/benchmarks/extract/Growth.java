package ai.policytracker.benchmarks.extract;

import ai.policytracker.ingest.extract.ArticleText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the time for one article grows with its size, for stories and for texts that are there to
 * hurt.
 *
 * @param times for each of {@link #KILOBYTES}
 */
record Growth(String shape, List<Duration> times) {
  static final List<Integer> KILOBYTES = List.of(1, 4, 16, 64, 240, 1000);

  /** The extractor reads 250,000 characters at most, so that growth shows below that. */
  private static final int FROM = 3;

  private static final int TO = 4;
  private static final int READINGS = 3;
  private static final int CHARS_A_KILOBYTE = 1_000;

  static List<Growth> ofAllShapes(Reader reader, List<ArticleText> stories) {
    List<Growth> growths = new ArrayList<>();
    shapes(stories)
        .forEach(
            (shape, part) -> {
              List<Duration> times = new ArrayList<>();
              for (int kilobytes : KILOBYTES) {
                times.add(reader.once(article(part, kilobytes * CHARS_A_KILOBYTE), READINGS));
              }
              growths.add(new Growth(shape, times));
            });
    return growths;
  }

  private static ArticleText article(String part, int chars) {
    String text = part.repeat(chars / part.length() + 1).substring(0, chars);
    return new ArticleText("The Bench Post", null, "AI", text);
  }

  private static Map<String, String> shapes(List<ArticleText> stories) {
    var paragraphs = new StringBuilder();
    stories.forEach(story -> paragraphs.append(story.text()).append("\n\n"));
    Map<String, String> shapes = new LinkedHashMap<>();
    shapes.put("stories, paragraphs", paragraphs.toString());
    shapes.put("stories, one line", paragraphs.toString().replace('\n', ' '));
    for (String part :
        List.of(
            "Amazon will stop selling AI to the police until Congress acts, it said. ",
            "Velorum Inc., a maker of AI chatbots, said it ",
            "AI, Meta, ",
            "AI, which said ",
            "until AI ",
            "AB 1 AI Act of ",
            "\"AI\" ",
            "(AI",
            "AI n't ",
            "May 2 AI ",
            "AI.AI.",
            "aI")) {
      shapes.put("\"" + part + "\"", part);
    }
    return shapes;
  }

  /** Time of the larger against that of the smaller text, by their sizes: 1 where it is linear. */
  double ratio() {
    double times = (double) times().get(TO).toNanos() / times().get(FROM).toNanos();
    return times * KILOBYTES.get(FROM) / KILOBYTES.get(TO);
  }

  Duration longest() {
    return times.stream().max(Duration::compareTo).orElseThrow();
  }
}
