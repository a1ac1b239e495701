package ai.policytracker.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.policy.Coverage.Match;
import ai.policytracker.policy.Coverage.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
  private static Coverage of(Audience audience, String jurisdiction) {
    return new Coverage(Activity.PROVISION, audience, jurisdiction);
  }

  @ParameterizedTest
  @CsvSource({
    ", , true",
    ", US, true",
    ", US-CA, true",
    "US, US, true",
    "US, US-CA, true",
    "US-CA, US, false",
    "US-CA, US-NY, false",
    "US, , false",
    "US, GB, false",
    "EU, DE, true",
    "EU, DE-BY, true",
    "EU, GR, true",
    "EU, GB, false",
    "EU, CH, false",
    "EU, NO, false",
    "DE, EU, false",
    "EU, EU, true",
  })
  void aPlaceCoversItselfAndWhatLiesInIt(String wide, String narrow, boolean covers) {
    assertThat(of(Audience.MILITARY, wide).covers(of(Audience.MILITARY, narrow))).isEqualTo(covers);
  }

  @Test
  void everybodyCoversEachAudienceAndNoneCoversAnother() {
    for (Audience audience : Audience.values()) {
      assertThat(of(Audience.GENERAL, null).covers(of(audience, null))).as("%s", audience).isTrue();
      for (Audience other : Audience.values()) {
        if (audience != other && other != Audience.GENERAL) {
          assertThat(of(other, null).covers(of(audience, null)))
              .as("%s %s", other, audience)
              .isFalse();
        }
      }
    }
  }

  @Test
  void anotherActivityIsNeverCovered() {
    Coverage training = new Coverage(Activity.TRAINING, Audience.GENERAL, null);

    assertThat(training.covers(of(Audience.GENERAL, null))).isFalse();
    assertThat(training.answers(new Question(Activity.PROVISION, null, null))).isEmpty();
  }

  @Test
  void coveringIsAnOrder() {
    List<Coverage> all = new ArrayList<>();
    for (Activity activity : List.of(Activity.PROVISION, Activity.TRAINING)) {
      for (Audience audience : Audience.values()) {
        for (String place : new String[] {null, "US", "US-CA", "EU", "DE", "DE-BY", "GB"}) {
          all.add(new Coverage(activity, audience, place));
        }
      }
    }
    for (Coverage a : all) {
      assertThat(a.covers(a)).isTrue();
      for (Coverage b : all) {
        assertThat(a.covers(b) && b.covers(a)).as("%s %s", a, b).isEqualTo(a.equals(b));
        for (Coverage c : all) {
          assertThat(a.covers(b) && b.covers(c) && !a.covers(c)).as("%s %s %s", a, b, c).isFalse();
        }
      }
    }
  }

  @Test
  void withoutAQuestionEveryPolicyIsAnExactAnswer() {
    assertThat(of(Audience.MINORS, "US-CA").answers(new Question(null, null, null)))
        .contains(Match.EXACT);
  }

  @ParameterizedTest
  @CsvSource({
    "LAW_ENFORCEMENT, US, LAW_ENFORCEMENT, US, EXACT",
    "LAW_ENFORCEMENT, , LAW_ENFORCEMENT, US, WIDER",
    "GENERAL, US, LAW_ENFORCEMENT, US, WIDER",
    "GENERAL, , LAW_ENFORCEMENT, US-CA, WIDER",
    "LAW_ENFORCEMENT, US-CA, LAW_ENFORCEMENT, US, ",
    "MILITARY, US, LAW_ENFORCEMENT, US, ",
    "LAW_ENFORCEMENT, US, LAW_ENFORCEMENT, , EXACT",
    "GENERAL, US, LAW_ENFORCEMENT, , WIDER",
    "LAW_ENFORCEMENT, US, GENERAL, , ",
    "MINORS, US, , US-CA, WIDER",
    "MINORS, US-CA, , US-CA, EXACT",
    "MINORS, US-CA, , US, ",
  })
  void aQuestionIsAnsweredExactlyOrByAWiderPolicy(
      Audience audience, String place, Audience asked, String askedPlace, Match match) {
    assertThat(of(audience, place).answers(new Question(null, asked, askedPlace)))
        .isEqualTo(Optional.ofNullable(match));
  }
}
