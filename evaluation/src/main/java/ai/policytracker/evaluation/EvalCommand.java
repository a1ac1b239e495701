package ai.policytracker.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code ./tracker eval}: how well the labelled articles are read; 1 where a floor is missed. */
public final class EvalCommand {
  private static final String USAGE = "eval has no option \"%s\". See: ./tracker help eval";

  private static final Duration TIMED = Duration.ofSeconds(2);

  private final Path corpora;
  private final Duration timed;
  private final PrintStream out;
  private final Report report;

  /**
   * @param sets those to score
   * @param shown whose errors are listed
   */
  record Options(Set<LabelledSet> sets, Set<LabelledSet> shown) {
    /**
     * @throws IllegalArgumentException for a word that is neither an option nor a set
     */
    static Options of(String... words) {
      Set<LabelledSet> sets = new TreeSet<>();
      boolean verbose = false;
      boolean heldOut = false;
      for (String word : words) {
        verbose |= word.equals("--verbose");
        heldOut |= word.equals("--held-out");
        Optional<LabelledSet> set = LabelledSet.named(word);
        set.ifPresent(sets::add);
        if (set.isEmpty() && !Set.of("--verbose", "--held-out").contains(word)) {
          throw new IllegalArgumentException(USAGE.formatted(word));
        }
      }
      Set<LabelledSet> chosen = sets.isEmpty() ? Set.of(LabelledSet.values()) : sets;
      Set<LabelledSet> shown = new TreeSet<>(verbose ? chosen : Set.of());
      if (!heldOut) {
        shown.removeIf(LabelledSet::hidden);
      }
      return new Options(chosen, shown);
    }
  }

  /**
   * @param timed how long speed is measured, of processor time
   */
  EvalCommand(Path corpora, Duration timed, PrintStream out) {
    this.corpora = corpora;
    this.timed = timed;
    this.out = out;
    this.report = new Report(out);
  }

  public static void main(String... words) throws IOException {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    Path home = Path.of(System.getProperty("tracker.home", "."));
    try {
      boolean reached = new EvalCommand(home.resolve("corpus"), TIMED, out).run(Options.of(words));
      out.flush();
      System.exit(reached ? 0 : 1);
    } catch (IllegalArgumentException | Corpus.MalformedException e) {
      out.flush();
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /** Whether all floors are reached. */
  boolean run(Options options) throws IOException {
    Floors floors = Floors.read(corpora.resolve("floors.properties"));
    var evaluation = new Evaluation();
    List<Score> scores = new ArrayList<>();
    List<LabelledArticle> read = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    for (LabelledSet set : LabelledSet.values()) {
      if (!options.sets().contains(set)) {
        continue;
      }
      Optional<Corpus> corpus = set.read(corpora);
      if (corpus.isEmpty()) {
        out.println(set.title() + ": no articles");
        continue;
      }
      Score score = evaluation.of(corpus.get());
      scores.add(score);
      read.addAll(corpus.get().articles());
      missed.addAll(floors.missed(score));
      report.print(score);
      if (options.shown().contains(set)) {
        report.printErrors(score);
      }
    }
    report.compare(scores);
    report.print(Speed.of(read, timed));
    missed.forEach(floor -> report.line("missed: %s", floor));
    return missed.isEmpty();
  }
}
