package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedWeightsTest {
  private static final LearnedWeights WEIGHTS =
      new LearnedWeights(
          List.of(LearnedWeights.TOLD, "BAN", "PAUSE", "audience=employees", "audience=general"),
          new float[] {-1, -1, -1, -1, -1},
          Map.of(
              "u:stop", new float[] {2, 3, 1, 0, 0, 1},
              "u:until", new float[] {1, 1, -2, 4, 2, 0},
              "a:PAUSE", new float[] {1, 9, 0, 1, 0, 0}));

  @Test
  void traitsCountByTheirRarityOverTheLengthOfAll() {
    var verdict = WEIGHTS.on(List.of("u:stop", "u:until", "u:unheard"));

    double whether = (2 * 3 + 1) / Math.sqrt(5) - 1;
    double ban = (2 - 2) / Math.sqrt(5) - 1;
    double pause = 4 / Math.sqrt(5) - 1;
    assertThat(verdict.told()).isCloseTo(share(whether), within(1e-9));
    assertThat(verdict.kind().value()).isEqualTo("PAUSE");
    assertThat(verdict.kind().share())
        .isCloseTo(share(pause) / (share(pause) + share(ban)), within(1e-9));
  }

  @Test
  void whatTheRulesMakeOfASentenceOnlyTellsWhichKindItIs() {
    assertThat(WEIGHTS.on(List.of("a:PAUSE")).told()).isCloseTo(share(-1), within(1e-9));
    assertThat(WEIGHTS.on(List.of("a:PAUSE")).kind().value()).isEqualTo("PAUSE");
  }

  @Test
  void valuesOfOneFieldExcludeOnlyEachOther() {
    var verdict = WEIGHTS.on(List.of("u:stop", "u:until"));

    double employees = share(2 / Math.sqrt(5) - 1);
    double general = share(2 / Math.sqrt(5) - 1);
    assertThat(verdict.audience().share())
        .isCloseTo(employees / (employees + general), within(1e-9));
    assertThat(WEIGHTS.on(List.of("u:until")).audience().value()).isEqualTo("employees");
    assertThat(WEIGHTS.on(List.of("u:stop")).audience().value()).isEqualTo("general");
    assertThat(verdict.technology().share()).isZero();
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    var bytes = new ByteArrayOutputStream();
    WEIGHTS.write(bytes);

    LearnedWeights read = LearnedWeights.read(new ByteArrayInputStream(bytes.toByteArray()));

    List<String> traits = List.of("u:stop", "u:until", "a:PAUSE");
    assertThat(read.on(traits)).isEqualTo(WEIGHTS.on(traits));
  }

  private static double share(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
