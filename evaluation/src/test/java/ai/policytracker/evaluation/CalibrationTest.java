package ai.policytracker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.policytracker.ingest.extract.ArticleText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void aConfidenceIsComparedWithTheShareThatIsRight() {
    var article =
        new LabelledArticle("a", new ArticleText(null, null, null, ""), List.of(Sample.claim()));
    List<JsonNode> given =
        List.of(
            Sample.claim("confidence", "0.6"),
            Sample.claim("confidence", "0.69", "company", "\"ibm\""),
            Sample.claim("confidence", "1", "company", "\"ibm\""),
            Sample.claim("confidence", "0.3", "company", "\"ibm\""));

    Calibration calibration = Calibration.of(List.of(Outcome.of(article, given)));

    assertThat(calibration.bins().stream().map(Calibration.Bin::claims))
        .containsExactly(1, 0, 2, 0, 0, 1);
    Calibration.Bin six = calibration.bins().get(2);
    assertThat(six.claimedShare()).isEqualTo(0.645, within(1e-9));
    assertThat(six.rightShare()).isEqualTo(0.5);
    assertThat(calibration.error()).isEqualTo((0.29 + 1 + 0.3) / 4, within(1e-9));
  }
}
