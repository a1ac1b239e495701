package ai.policytracker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.ingest.extract.LearnedWeights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TrainingTest {
  /** Weights differ by rounding where a processor computes a logarithm otherwise. */
  private static final float ROUNDING = 0.02f;

  @Test
  void theWeightsThatAreBuiltInAreThoseOfTheLabelledArticles() throws IOException {
    LearnedWeights builtIn;
    try (InputStream in = LearnedWeights.class.getResourceAsStream("/learned/weights.gz")) {
      builtIn = LearnedWeights.read(in);
    }

    LearnedWeights learned = new Training(TrainCommand.samples(Path.of("../corpus"))).learned();

    assertThat(learned.furthestFrom(builtIn))
        .as("largest difference of a weight; ./tracker train makes them anew")
        .isLessThan(ROUNDING);
  }
}
