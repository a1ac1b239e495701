package ai.policytracker.benchmarks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.ingest.extract.ClaimExtractor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

  @ParameterizedTest
  @CsvSource({
    "Furniture, blocks, CLEANING",
    "Sentences, of, SENTENCES",
    "Tokens, split, TOKENS",
    "Tags, corrected, TAGS",
    "Language, tags, TAGS",
    "Language, tokens, TOKENS",
    "Language, sentences, SENTENCES",
    "Names, in, NAMES",
    "Phrases, in, NAMES",
    "Dates, in, NAMES",
    "KindRules, acts, RULES",
    "Traits, of, LEARNED",
    "LearnedNetwork, on, NETWORK"
  })
  void aClassBelongsToAStage(String type, String method, Stage stage)
      throws ClassNotFoundException {
    assertThat(Class.forName(ClaimExtractor.class.getPackageName() + "." + type)).isNotNull();
    assertThat(Stage.of(type, method)).isEqualTo(stage);
  }
}
