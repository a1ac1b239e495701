package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Claim;
import ai.policytracker.event.Evidence;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Technology;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every reader keeps to, whatever reads. */
public abstract class ClaimReaderContract {
  protected static final String PAUSE =
      "Microsoft said on Thursday it will not offer face recognition software to police"
          + " forces until there is a national law.";

  private static final LocalDate FRIDAY = LocalDate.of(2020, 6, 12);

  protected abstract ClaimReader reader();

  protected static ArticleText article(String text) {
    return new ArticleText("The Test Post", FRIDAY, "A title", text);
  }

  @Test
  void aPlainClaimIsRead() {
    List<Claim> claims = reader().read(article(PAUSE)).claims();

    assertThat(claims).hasSize(1);
    Claim claim = claims.getFirst();
    assertThat(claim.company()).isEqualTo("microsoft");
    assertThat(claim.kind()).isEqualTo(Kind.PAUSE);
    assertThat(claim.technology()).isEqualTo(Technology.FACIAL_RECOGNITION);
    assertThat(claim.announcedOn().date()).isEqualTo(LocalDate.of(2020, 6, 11));
  }

  @Test
  void everyQuoteStandsInTheTextAtItsOffsets() {
    String text = "A paragraph before.\n\n" + PAUSE + "\n\nA paragraph after, on the weather.";

    for (Claim claim : reader().read(article(text)).claims()) {
      for (Evidence evidence : claim.evidence()) {
        assertThat(text.substring(evidence.start(), evidence.end())).isEqualTo(evidence.quote());
      }
    }
  }

  @Test
  void theSameArticleIsReadAlikeAgain() {
    Reading first = reader().read(article(PAUSE + " It gave no date."));

    assertThat(reader().read(article(PAUSE + " It gave no date."))).isEqualTo(first);
  }

  @Test
  void whatReadIsNamed() {
    assertThat(reader().read(article(PAUSE)).extractor()).isNotBlank();
  }

  @Test
  void anArticleWithoutAClaimHasNone() {
    assertThat(reader().read(article("The weather stays fine, forecasters say.")).claims())
        .isEmpty();
  }

  @Test
  void theSourceThatIsCreditedIsTold() {
    Reading reading = reader().read(article(PAUSE + "\n\nSource: Harbor Wire"));

    assertThat(reading.creditedPublisher()).isEqualTo("Harbor Wire");
  }

  @Test
  void oddTextsAreRead() {
    String manyLines = String.join("\n", IntStream.range(0, 2_000).mapToObj(i -> "x" + i).toList());

    for (String text :
        List.of("", " ", "\u0001\u0002", "\u202e\u05d0\u05d1", "{\"claims\": [", manyLines)) {
      assertThat(reader().read(article(text)).claims()).isEmpty();
    }
  }
}
