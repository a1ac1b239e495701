package ai.policytracker.evaluation;

import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code ./tracker train}: makes the learned weights anew from the labelled articles; with {@code
 * --samples FILE} writes what the network is taught instead.
 */
public final class TrainCommand {
  private static final String WEIGHTS = "ingest-service/src/main/resources/learned/weights.gz";

  /** Of an article over that of a brief: briefs are written for variety, articles as news is. */
  private static final int WEIGHT_OF_ARTICLES = 2;

  private TrainCommand() {}

  public static void main(String... words) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path home = Path.of(System.getProperty("tracker.home", "."));
    List<LabelledTelling> samples = samples(home.resolve("corpus"));
    if (words.length == 2 && words[0].equals("--samples")) {
      write(samples, Path.of(words[1]));
      return;
    }
    if (words.length > 0) {
      System.err.println("train has no such option. See: ./tracker help train");
      System.exit(2);
    }
    out.println(
        "Learning from the labelled articles but those for tuning and those held out; about a minute ...");
    Path file = home.resolve(WEIGHTS);
    var learned = new ByteArrayOutputStream();
    new Training(samples).learned().write(learned);
    byte[] bytes = learned.toByteArray();
    // A file that is written anew has all that is built from it built anew.
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      out.println("What is in " + WEIGHTS + " was learned from the same.");
    } else {
      Files.write(file, bytes);
      out.println("Written to " + WEIGHTS + ", " + bytes.length / 1000 + " kB.");
    }
  }

  /**
   * What is learned from, never from the articles that are held out; that of articles stands there
   * twice.
   */
  static List<LabelledTelling> samples(Path corpora) throws IOException {
    List<LabelledTelling> samples = new ArrayList<>();
    for (LabelledSet set : LabelledSet.values()) {
      if (set.learntFrom()) {
        set.read(corpora).ifPresent(corpus -> add(corpus, WEIGHT_OF_ARTICLES, samples));
      }
    }
    add(Corpus.read("briefs", corpora.resolve("own/briefs")), 1, samples);
    return samples;
  }

  private static void add(Corpus corpus, int weight, List<LabelledTelling> samples) {
    for (LabelledArticle article : corpus.articles()) {
      List<LabelledTelling> told = LabelledTelling.in(article);
      for (int i = 0; i < weight; i++) {
        samples.addAll(told);
      }
    }
  }

  private static void write(List<LabelledTelling> samples, Path file) throws IOException {
    try (BufferedWriter to = Files.newBufferedWriter(file)) {
      for (LabelledTelling sample : samples) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.putPOJO("pieces", sample.telling().pieces().numbers());
        line.put("words", sample.telling().pieces().words());
        line.putPOJO("outcomes", sample.outcomes());
        line.put("elsewhere", sample.elsewhere());
        line.put("likely", sample.telling().likely());
        to.write(Json.MAPPER.writeValueAsString(line));
        to.newLine();
      }
    }
  }
}
