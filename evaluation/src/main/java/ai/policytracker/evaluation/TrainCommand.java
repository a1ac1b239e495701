package ai.policytracker.evaluation;

import ai.policytracker.ingest.extract.LearnedWeights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code ./tracker train}: makes the learned weights anew from the labelled articles. */
public final class TrainCommand {
  private static final String WEIGHTS = "ingest-service/src/main/resources/learned/weights.gz";

  private TrainCommand() {}

  public static void main(String... words) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (words.length > 0) {
      System.err.println("train takes no options. See: ./tracker help train");
      System.exit(2);
    }
    Path home = Path.of(System.getProperty("tracker.home", "."));
    out.println("Learning from the labelled articles but those held out; less than a minute ...");
    Path file = home.resolve(WEIGHTS);
    var learned = new ByteArrayOutputStream();
    from(home.resolve("corpus")).write(learned);
    byte[] bytes = learned.toByteArray();
    // A file that is written anew has all that is built from it built anew.
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      out.println("What is in " + WEIGHTS + " was learned from the same.");
    } else {
      Files.write(file, bytes);
      out.println("Written to " + WEIGHTS + ", " + bytes.length / 1000 + " kB.");
    }
  }

  /** Never from the articles that are held out. */
  static LearnedWeights from(Path corpora) throws IOException {
    List<LabelledArticle> articles = new ArrayList<>();
    for (LabelledSet set : LabelledSet.values()) {
      if (!set.hidden()) {
        set.read(corpora).ifPresent(corpus -> articles.addAll(corpus.articles()));
      }
    }
    Path briefs = corpora.resolve("own/briefs");
    return new Training().of(articles, Corpus.read("briefs", briefs).articles());
  }
}
