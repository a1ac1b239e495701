package ai.policytracker.evaluation;

import static ai.policytracker.evaluation.Sample.claim;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
  private static final JsonNode GOLD = claim();

  @Test
  void otherValuesThatALabelAcceptsMatch() {
    JsonNode accepting = claim("accept", "{\"kind\": [\"BAN\"]}");
    JsonNode ban = claim("kind", "\"BAN\"");

    assertThat(Agreement.matches(GOLD, ban)).isFalse();
    assertThat(Agreement.matches(accepting, ban)).isTrue();
  }

  @Test
  void aDenialIsNoAssertion() {
    JsonNode denied = claim("modality", "\"DENIED\"");

    assertThat(Agreement.matches(GOLD, denied)).isFalse();
    assertThat(Agreement.matches(denied, denied)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          announcedOn  | {"date": "2020-06-10", "precision": "DAY"}   | true
          announcedOn  | {"date": "2020-06-01", "precision": "MONTH"} | false
          announcedOn  | {"date": "2020-06-11", "precision": "DAY"}   | false
          announcedOn  | {"precision": "UNKNOWN"}                     | false
          until        | {"duration": "P1Y", "indefinite": false}     | true
          until        | {"duration": "P1Y", "indefinite": true}      | false
          until        | {"condition": "a law is in place"}           | false
          until        | null                                         | false
          jurisdiction | "US"                                         | false
          modality     | "PLANNED"                                    | false
          """)
  void aSlotIsRightWhereItSaysTheSame(String field, String value, boolean right) {
    assertThat(Agreement.slots(GOLD, claim(field, value)))
        .allSatisfy((slot, is) -> assertThat(is).isEqualTo(right || !slot.field().equals(field)))
        .isNotEmpty();
    assertThat(Agreement.slots(GOLD, claim(field, value)).keySet().stream().map(Slot::field))
        .contains(field);
  }

  @Test
  void whatNeitherStatesIsNotAsked() {
    assertThat(Agreement.slots(GOLD, claim()))
        .doesNotContainKeys(Slot.JURISDICTION, Slot.STANCE, Slot.TARGET)
        .doesNotContainValue(false);
  }

  @Test
  void aConditionInOtherWordsIsTheSame() {
    JsonNode gold = claim("until", "{\"condition\": \"a national law is in place\"}");
    JsonNode given = claim("until", "{\"condition\": \"until there is a law\"}");

    assertThat(Agreement.slots(gold, given)).containsEntry(Slot.UNTIL, true);
  }

  @ParameterizedTest
  @CsvSource({"0, 10, false", "0, 11, true", "19, 30, true", "20, 30, false"})
  void quotesTouchWhereTheyShareACharacter(int start, int end, boolean touch) {
    JsonNode given = claim("evidence", "[{\"start\": %d, \"end\": %d}]".formatted(start, end));

    assertThat(Agreement.evidenceOverlaps(GOLD, given)).isEqualTo(touch);
  }
}
