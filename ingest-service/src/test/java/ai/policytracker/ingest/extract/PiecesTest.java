package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesTest {
  private static final long SELF = WordPieces.number("[unused1]");
  private static final long OTHER = WordPieces.number("[unused3]");
  private static final long END = WordPieces.number("[SEP]");

  @Test
  void aNameIsOnePieceThatSaysWhoseItIs() {
    Pieces pieces =
        of("Clearview AI and Microsoft have paused sales of facial recognition.", "microsoft");

    assertThat(pieces.numbers()[1]).isEqualTo(OTHER);
    assertThat(pieces.numbers()[3]).isEqualTo(SELF);
    assertThat(pieces.numbers()[2]).isEqualTo(WordPieces.number("and"));
  }

  @Test
  void wordsAreThoseOfTheSentence() {
    Pieces pieces = of("Microsoft has paused sales of facial recognition.", "microsoft");

    assertThat(pieces.words()).isEqualTo(8);
    assertThat(pieces.numbers()[pieces.words() + 1]).isEqualTo(END);
    assertThat(Arrays.stream(pieces.numbers()).filter(n -> n == END).count()).isEqualTo(4);
  }

  @Test
  void unknownWordsAreReadInParts() {
    var pieces = new WordPieces();

    assertThat(pieces.of("café")).isEqualTo(pieces.of("cafe"));
    assertThat(pieces.of("rekognition"))
        .containsExactly(
            WordPieces.number("re"),
            WordPieces.number("##ko"),
            WordPieces.number("##gni"),
            WordPieces.number("##tion"));
  }

  @Test
  void noSentenceIsTooLong() {
    String list = "chatbots and cameras, ".repeat(400);
    Pieces pieces =
        of("Microsoft has paused sales of " + list + "facial recognition.", "microsoft");

    assertThat(pieces.words()).isEqualTo(72);
    assertThat(pieces.numbers().length).isLessThan(160);
  }

  private static Pieces of(String text, String company) {
    var article = new ArticleText("Wire", LocalDate.of(2024, 5, 6), "A pause", text);
    List<Candidates.Candidate> all = new ArticleReader(new Language(), article).candidates();
    return all.stream()
        .filter(candidate -> candidate.company().equals(company))
        .findFirst()
        .map(Pieces::of)
        .orElseThrow();
  }
}
