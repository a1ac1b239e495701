package ai.policytracker.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataTest {
  private static final Metadata BARE = new Metadata(null, null, "en");
  private static final Metadata DATED = new Metadata(null, "2020-06-11", "en");

  @Test
  void whatWasUnknownIsLearned() {
    Metadata after =
        Metadata.afterPost(List.of(BARE), new Metadata("https://a.example/1", "2020-06-11", null));

    assertThat(after).isEqualTo(new Metadata("https://a.example/1", "2020-06-11", "en"));
  }

  @Test
  void aMissingValueErasesNothing() {
    assertThat(Metadata.afterPost(List.of(BARE, DATED), new Metadata(null, null, null)))
        .isEqualTo(DATED);
  }

  @Test
  void aChangedValueReplaces() {
    assertThat(Metadata.afterPost(List.of(DATED), new Metadata(null, "2020-06-12", "en-GB")))
        .isEqualTo(new Metadata(null, "2020-06-12", "en-GB"));
  }

  @Test
  void aValueRecordedBeforeIsNoNews() {
    Metadata corrected = new Metadata(null, "2020-06-12", "en");

    assertThat(Metadata.afterPost(List.of(DATED, corrected), DATED)).isEqualTo(corrected);
  }

  @Test
  void theDayIsTheWrittenOne() {
    assertThat(new Metadata(null, "2020-06-11T23:30:00-07:00", "en").publishedOn())
        .isEqualTo(LocalDate.of(2020, 6, 11));
  }
}
