package ai.policytracker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.policytracker.event.Kind;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shared corpus has a scorer of its own, in Python; ours counts the same. */
class SharedScorerTest {
  private static final Path SHARED = Path.of("..", "corpus", "shared");
  private static final int RUNS = 8;
  private static Corpus corpus;

  @TempDir Path folder;

  @BeforeAll
  static void read() throws IOException {
    corpus = Corpus.read("shared", SHARED);
  }

  @Test
  void countsAreTheSameForAnyClaims() throws IOException, InterruptedException {
    assumeTrue(pythonIsThere(), "python3 is not installed");
    for (int seed = 0; seed < RUNS; seed++) {
      var random = new Random(seed);
      List<Outcome> outcomes = new ArrayList<>();
      List<String> lines = new ArrayList<>();
      for (LabelledArticle article : corpus.articles()) {
        List<JsonNode> given = altered(article.gold(), random);
        outcomes.add(Outcome.of(article, given));
        ObjectNode line = Json.MAPPER.createObjectNode().put("id", article.id());
        line.putArray("claims").addAll(given);
        lines.add(line.toString());
      }
      Path predictions = Files.write(folder.resolve("predictions.ndjson"), lines);

      assertThat(counts(new Score("shared", outcomes)))
          .as("seed " + seed)
          .isEqualTo(countsOfPython(predictions));
    }
  }

  /** Labels with fields of one another, some left out, some twice, in another order. */
  private static List<JsonNode> altered(List<JsonNode> gold, Random random) {
    List<JsonNode> given = new ArrayList<>();
    for (JsonNode label : gold) {
      for (int copies = random.nextInt(8) == 0 ? 2 : 1; copies > 0; copies--) {
        ObjectNode claim = label.deepCopy();
        claim.remove(List.of("id", "announcement", "required", "accept"));
        for (String field : claim.properties().stream().map(f -> f.getKey()).toList()) {
          int dice = random.nextInt(20);
          JsonNode other = gold.get(random.nextInt(gold.size())).path(field);
          if (dice == 0 && !other.isMissingNode()) {
            claim.set(field, other);
          } else if (dice == 1
              && !List.of("company", "kind", "technology", "audience").contains(field)) {
            claim.remove(field);
          }
        }
        if (random.nextInt(6) > 0) {
          given.add(claim);
        }
      }
    }
    Collections.shuffle(given, random);
    return given;
  }

  private static TreeMap<String, String> counts(Score score) {
    TreeMap<String, String> counts = new TreeMap<>();
    counts.put("all", counted(score.all()));
    for (Kind kind : Kind.values()) {
      counts.put(kind.name(), counted(score.of(kind)));
    }
    for (Slot slot : Slot.values()) {
      counts.put(slot.field(), score.of(slot).right() + " of " + score.of(slot).asked());
    }
    counts.put("silent", score.silentArticles() + ": " + score.wrongInSilentArticles());
    counts.put("ignored", Integer.toString(score.optional()));
    return counts;
  }

  private static String counted(Tally tally) {
    return tally.right() + " " + tally.wrong() + " " + tally.missed();
  }

  private static TreeMap<String, String> countsOfPython(Path predictions)
      throws IOException, InterruptedException {
    Process python =
        new ProcessBuilder(
                "python3",
                SHARED.resolve("score.py").toString(),
                SHARED.resolve("gold.ndjson").toString(),
                predictions.toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor()).as(printed).isZero();
    TreeMap<String, String> counts = new TreeMap<>();
    for (String line : printed.lines().skip(1).toList()) {
      String[] words = line.strip().split("\\s+");
      if (words[0].equals("slot")) {
        counts.put(words[1], words[3] + " of " + words[5]);
      } else if (words.length == 7 && words[1].matches("[\\d.]+")) {
        counts.put(words[0], words[4] + " " + words[5] + " " + words[6]);
      } else if (line.startsWith("false claims in the ")) {
        counts.put("silent", words[4] + ": " + words[words.length - 1]);
      } else if (line.startsWith("predictions that match")) {
        counts.put("ignored", words[words.length - 1]);
      }
    }
    return counts;
  }

  private static boolean pythonIsThere() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
