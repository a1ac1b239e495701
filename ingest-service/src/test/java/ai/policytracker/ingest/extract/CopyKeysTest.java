package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopyKeysTest {
  private static final String TITLE = "Camera maker pulls face search from shops";
  private static final List<String> WIRE =
      List.of(
          "LISBON, March 3 - The camera maker Olhar said on Monday that it was switching off the face"
              + " search in all cameras that it has sold to shops, a year after it had introduced it.",
          "Shop owners had used the function to look for people on their own lists of thieves. Several"
              + " customers complained that they had been turned away although they had never stolen.",
          "\"We sold a tool that we could not control,\" chief executive Ines Prado told reporters in"
              + " Lisbon. \"It will come back only if the law says clearly who may be searched for.\"",
          "Portugal's data protection authority had opened an inquiry in January. A spokesman said that"
              + " it would go on, since the lists had been kept without the knowledge of those on them.",
          "Olhar, which employs 240 people, earns about a tenth of its sales with shops. The rest comes"
              + " from museums, stadiums and ports, where the function was never offered, it said.");

  private static final String OTHER_WRITER =
      "Face search has vanished from the cameras that watch over Portuguese shops. Their maker, Olhar"
          + " of Lisbon, took the function out after people who had done nothing were sent away at"
          + " the door. Its head, Ines Prado, wants a law first. The regulator keeps asking questions:"
          + " who was on the lists that shop owners drew up, and did they know of it? Olhar says that"
          + " other customers never had the function, and that it can live without the money, which"
          + " is a small part of what it takes in every year from museums, ports and stadiums.";

  @Test
  void copyUnderAnotherTitleSharesAKey() {
    String copy = "Follow us on Instagram\n\n" + story().replace("March 3", "March 5");

    assertThat(shared(CopyKeys.of("No more face search in shops", copy))).isNotEmpty();
  }

  @Test
  void trimmedCopySharesAKey() {
    String trimmed = String.join("\n\n", WIRE.subList(0, 3));

    assertThat(shared(CopyKeys.of(TITLE, trimmed))).isNotEmpty();
  }

  @Test
  void copyWithItsLastWordsCutSharesAKey() {
    for (int seed = 0; seed < 50; seed++) {
      var random = new Random(seed);
      String story = story();
      int cut = story.length() * (65 + random.nextInt(35)) / 100;

      List<String> keys = CopyKeys.of(null, story.substring(0, cut));

      assertThat(shared(keys)).as("seed " + seed).isNotEmpty();
    }
  }

  @Test
  void anotherWritersArticleAboutTheSameActSharesNone() {
    assertThat(shared(CopyKeys.of("Olhar ends face search", OTHER_WRITER))).isEmpty();
  }

  @Test
  void unrelatedTextsOfTheSameWordsShareNone() {
    for (int seed = 0; seed < 50; seed++) {
      List<String> words = new ArrayList<>(List.of(story().split("\\s+")));
      Collections.shuffle(words, new Random(seed));

      assertThat(shared(CopyKeys.of(TITLE, String.join(" ", words)))).as("seed " + seed).isEmpty();
    }
  }

  @Test
  void shortNoticesHaveNoKeys() {
    assertThat(CopyKeys.of(null, "Olhar did not answer questions on Monday.")).isEmpty();
    assertThat(CopyKeys.of(null, "")).isEmpty();
  }

  @Test
  void keysAreTheSameOnEveryRun() {
    assertThat(CopyKeys.of(TITLE, story())).hasSize(64).isEqualTo(CopyKeys.of(TITLE, story()));
    assertThat(CopyKeys.of(TITLE, story()).getFirst()).startsWith(CopyKeys.SCHEME);
  }

  private static String story() {
    return String.join("\n\n", WIRE);
  }

  private static Set<String> shared(List<String> keys) {
    Set<String> shared = new HashSet<>(keys);
    shared.retainAll(CopyKeys.of(TITLE, story()));
    return shared;
  }
}
