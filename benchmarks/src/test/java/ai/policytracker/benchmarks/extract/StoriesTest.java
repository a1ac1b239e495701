package ai.policytracker.benchmarks.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.ingest.extract.ArticleText;
import ai.policytracker.ingest.extract.ClaimExtractor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The articles are what the benchmark says it reads. */
class StoriesTest {
  private final ClaimExtractor extractor = new ClaimExtractor();

  @Test
  void articlesHaveAboutFiveHundredWords() {
    assertThat(new Stories(3).mixed(60))
        .extracting(story -> story.text().split("\\s+").length)
        .allSatisfy(words -> assertThat(words).isBetween(Stories.WORDS, Stories.WORDS + 30));
  }

  @Test
  void twoThirdsTellOfNoClaim() {
    List<ArticleText> stories = new Stories(3).mixed(60);

    long silent =
        stories.stream().filter(story -> extractor.read(story).claims().isEmpty()).count();

    assertThat(silent).isEqualTo(40);
  }

  @Test
  void everySentenceOfTheOthersTellsOfAClaim() {
    for (ArticleText story : new Stories(3).relevant(5)) {
      for (String sentence : story.text().split("(?<=\\.\"?)\\s+(?=[A-Z\"])")) {
        assertThat(sentence).containsPattern(Stories.ACTS);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameArticles() {
    assertThat(new Stories(3).mixed(12)).isEqualTo(new Stories(3).mixed(12));
  }
}
