package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.policytracker.ingest.extract.LearnedWeights.Weight;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedWeightsTest {
  private static final LearnedWeights WEIGHTS =
      new LearnedWeights(-1, Map.of("u:stop", new Weight(2, 3), "u:until", new Weight(1, 1)));

  @Test
  void traitsCountByTheirRarityOverTheLengthOfAll() {
    assertThat(WEIGHTS.on(List.of("u:stop", "u:until", "u:unheard")))
        .isCloseTo((2 * 3 + 1) / Math.sqrt(5) - 1, within(1e-9));
    assertThat(WEIGHTS.on(List.of("u:unheard"))).isEqualTo(-1);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    var bytes = new ByteArrayOutputStream();
    WEIGHTS.write(bytes);

    LearnedWeights read = LearnedWeights.read(new ByteArrayInputStream(bytes.toByteArray()));

    List<String> traits = List.of("u:stop", "u:until");
    assertThat(read.on(traits)).isEqualTo(WEIGHTS.on(traits));
    assertThat(read.furthestFrom(WEIGHTS)).isZero();
  }
}
