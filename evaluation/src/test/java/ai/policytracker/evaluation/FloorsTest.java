package ai.policytracker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FloorsTest {
  private static final Path CORPORA = Path.of("..", "corpus");
  private static final Score NOTHING_FOUND =
      new Score(
          "small",
          List.of(
              Outcome.of(
                  new LabelledArticle("a", null, List.of(Sample.claim())),
                  List.of(Sample.claim("company", "\"ibm\"")))));

  /** The gate: what was reached once is not lost again. */
  @Test
  void theLabelledArticlesAreReadAsWellAsTheFloorsDemand() throws IOException {
    Floors floors = Floors.read(CORPORA.resolve("floors.properties"));
    var evaluation = new Evaluation();
    List<String> sets = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    for (LabelledSet set : LabelledSet.values()) {
      Optional<Corpus> corpus = set.read(CORPORA);
      if (corpus.isPresent()) {
        sets.add(set.title());
        missed.addAll(floors.missed(evaluation.of(corpus.get())));
      }
    }

    assertThat(missed).isEmpty();
    assertThat(sets).isNotEmpty();
    assertThat(floors.ofOtherSetsThan(sets)).as("floors without articles").isEmpty();
  }

  @Test
  void whatIsBelowAFloorOrAboveACeilingIsTold() {
    Floors floors =
        floors("small.recall", 0.1, "small.falseClaimsPer100Articles", 99, "other.recall", 1);

    assertThat(floors.missed(NOTHING_FOUND))
        .containsExactly(
            "small.falseClaimsPer100Articles is 100.000 and must be at most 99.000",
            "small.recall is 0.000 and must be at least 0.100");
  }

  @Test
  void whatIsReachedIsNotTold() {
    assertThat(floors("small.f1", 0, "small.falseClaimsInSilentArticles", 0).missed(NOTHING_FOUND))
        .isEmpty();
  }

  @Test
  void aFloorOfWhatIsNotMeasuredIsTold() {
    assertThat(floors("small.recal", 0.1).missed(NOTHING_FOUND))
        .containsExactly("small.recal: nothing of that name is measured");
  }

  private static Floors floors(Object... namesAndValues) {
    TreeMap<String, Double> floors = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      floors.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
    }
    return new Floors(floors);
  }
}
