package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FurnitureTest {
  private static final String STORY =
      "The harbour festival drew a crowd, and artificial intelligence was on show.\n\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Related: IBM will no longer offer facial recognition.",
        "Read also: Amazon bans police from using Rekognition.",
        "Get our newsletter: Amazon has banned police from using Rekognition.",
        "Photo: Amazon has banned police from using Rekognition.",
        "We use cookies. Meta has banned facial recognition.",
        "> reader_7: Microsoft has banned facial recognition.",
        "MOST READ\nAmazon has banned police from using Rekognition.\nIBM will no longer offer facial recognition.",
        "Share this: Microsoft will not sell facial recognition to police."
      })
  void furnitureYieldsNoClaim(String furniture) {
    assertThat(Read.text(STORY + STORY + furniture)).isEmpty();
  }

  @Test
  void headlineAloneIsNoEvidence() {
    String title = "Amazon has banned police from using Rekognition";

    assertThat(Read.reading(title, title + "\n\n" + STORY, null).claims()).isEmpty();
  }

  @Test
  void storyBetweenFurnitureIsRead() {
    var claims =
        Read.text(
            "Advertisement\n\nAmazon has banned police from using Rekognition.\n\nSubscribe to our letter.");

    assertThat(claims).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Amazon has banned police from using Rekognition, a memo seen by this newsletter says.",
        "Amazon has banned police from using Rekognition. A newsletter had reported it first."
      })
  void proseThatSpeaksOfANewsletterIsRead(String prose) {
    assertThat(Read.text(prose)).hasSize(1);
  }

  @Test
  void aLongParagraphIsNoFurnitureForAFewWords() {
    String prose =
        "Amazon has banned police from using Rekognition. Photographs by Getty Images/ were shown. ";

    assertThat(Read.text(prose + STORY.strip().repeat(5))).hasSize(1);
  }

  @Test
  void wrappedLinesAreOneParagraph() {
    var claims =
        Read.text(
            "Amazon said in a post on its website that it has decided to ban\npolice from using Rekognition.");

    assertThat(claims).hasSize(1);
  }
}
