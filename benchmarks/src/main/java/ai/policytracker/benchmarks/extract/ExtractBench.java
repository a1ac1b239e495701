package ai.policytracker.benchmarks.extract;

import ai.policytracker.benchmarks.extract.Reader.Pace;
import ai.policytracker.ingest.extract.ArticleText;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * {@code ./tracker bench extract}: how many articles one core reads, where the time goes, and how
 * it grows with an article's size. The last line is {@code extract key=value ...} for scripts.
 */
public final class ExtractBench {
  private static final long SEED = 1;
  private static final int STORIES = 300;
  private static final Duration WARM_UP = Duration.ofSeconds(8);

  /** Warm is what gets no faster by more than this from one stretch to the next. */
  private static final double STEADY = 1.03;

  private static final int MAX_WARM_UPS = 10;
  private static final Duration MEASURED = Duration.ofSeconds(15);

  private final PrintStream out;
  private final Reader reader = new Reader();

  private ExtractBench(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    new ExtractBench(System.out).run();
  }

  private void run() throws IOException {
    List<ArticleText> mixed = new Stories(SEED).mixed(STORIES);
    List<ArticleText> relevant = new Stories(SEED + 1).relevant(STORIES);
    tell(
        "One thread on one core; %d articles of %d words each, over and over.%n"
            + "Articles a second are of the processor time of the whole process, once it is warm.%n"
            + "Mix: a third tells nothing of AI, a third of AI but of no claim, a third of claims"
            + " in one sentence of four.%n",
        STORIES, Stories.WORDS);
    Pace ofMixed = told("mix", mixed);
    Pace ofRelevant = told("every sentence tells of a claim", relevant);
    List<Growth> growths = Growth.ofAllShapes(reader, mixed);
    tell(growths);
    Growth steepest = growths.stream().max(Comparator.comparing(Growth::ratio)).orElseThrow();
    tell(
        "extract articlesPerSecond=%.0f relevantArticlesPerSecond=%.0f"
            + " steepestGrowthRatio=%.2f longestMillis=%d%n",
        ofMixed.articlesPerSecond(),
        ofRelevant.articlesPerSecond(),
        steepest.ratio(),
        growths.stream().map(Growth::longest).max(Duration::compareTo).orElseThrow().toMillis());
  }

  private Pace told(String what, List<ArticleText> articles) throws IOException {
    String cold = warmedUp(articles);
    Pace pace = reader.read(articles, MEASURED);
    tell(
        "%n%s: %.0f articles/s (%.0f by the clock on the wall), %.2f claims an article%n"
            + "  on the way there, %d s each: %s%n",
        what,
        pace.articlesPerSecond(),
        pace.articlesPerWallSecond(),
        (double) pace.claims() / pace.articles(),
        WARM_UP.toSeconds(),
        cold);
    Shares shares = Shares.of(() -> reader.read(articles, MEASURED));
    for (Stage stage : Stage.values()) {
      tell("  %5.1f %% %s%n", shares.percent(stage), stage.title());
    }
    tell("  of %d samples%n", shares.all());
    return pace;
  }

  /** Reads until all that is used often is compiled; the paces on the way. */
  private String warmedUp(List<ArticleText> articles) {
    List<Double> paces = new ArrayList<>();
    do {
      paces.add(reader.read(articles, WARM_UP).articlesPerSecond());
    } while (paces.size() < MAX_WARM_UPS && !isSteady(paces));
    return paces.stream()
        .map(pace -> String.format(Locale.ROOT, "%.0f", pace))
        .collect(Collectors.joining(", "));
  }

  private static boolean isSteady(List<Double> paces) {
    return paces.size() > 1 && paces.getLast() < paces.get(paces.size() - 2) * STEADY;
  }

  private void tell(List<Growth> growths) {
    tell(
        "%nmilliseconds for one article of so many kilobytes; growth from 64 to 240, 1 is linear%n");
    tell("%52s", "");
    Growth.KILOBYTES.forEach(kilobytes -> tell("%8d", kilobytes));
    tell("%8s%n", "growth");
    for (Growth growth : growths) {
      String shape = growth.shape();
      tell("%-52s", shape.substring(0, Math.min(50, shape.length())));
      growth.times().forEach(time -> tell("%8.1f", time.toNanos() / 1e6));
      tell("%8.2f%n", growth.ratio());
    }
    tell("%n");
  }

  private void tell(String format, Object... arguments) {
    out.printf(Locale.ROOT, format, arguments);
  }
}
