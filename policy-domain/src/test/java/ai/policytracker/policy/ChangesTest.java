package ai.policytracker.policy;

import static ai.policytracker.policy.Folded.fold;
import static ai.policytracker.policy.Story.article;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.PolicyEvent;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private static ChangeType typeOf(Folded before, PolicyEvent event) {
    return before.apply(event).getFirst().type();
  }

  @Test
  void aFirstAnnouncementIsAdopted() {
    assertThat(typeOf(fold(), article("a").on("2020-06-10").event())).isEqualTo(ChangeType.ADOPTED);
  }

  @Test
  void aSecondSourceCorroborates() {
    Change change =
        fold(article("a").on("2020-06-10")).apply(article("b").on("2020-06-10").event()).getFirst();

    assertThat(change.type()).isEqualTo(ChangeType.CORROBORATED);
    assertThat(change.difference().before()).extracting(Segment::sourceCount).containsExactly(1);
    assertThat(change.difference().after()).extracting(Segment::sourceCount).containsExactly(2);
  }

  @Test
  void aCopyCorroboratesWithoutMovingAnything() {
    Change change =
        fold(article("a").on("2020-06-10").copyKeys("k"))
            .apply(article("b").on("2020-06-10").copyKeys("k").event())
            .getFirst();

    assertThat(change.type()).isEqualTo(ChangeType.CORROBORATED);
  }

  @Test
  void aSecondSourceThatKnowsThePlaceRefines() {
    assertThat(
            typeOf(
                fold(article("a").on("2020-06-10")),
                article("b").on("2020-06-10").in("US").event()))
        .isEqualTo(ChangeType.REFINED);
  }

  @Test
  void aPlanThatIsDecidedIsAdopted() {
    assertThat(
            typeOf(
                fold(article("a").on("2020-06-10").as(Modality.PLANNED)),
                article("b").on("2020-06-12").event()))
        .isEqualTo(ChangeType.ADOPTED);
  }

  @Test
  void anUndatedAnnouncementThatASecondSourceDatesIsAdopted() {
    assertThat(typeOf(fold(article("a")), article("b").on("2020-06-12").event()))
        .isEqualTo(ChangeType.ADOPTED);
  }

  @Test
  void aLaterActOfAnotherKindIsAdopted() {
    assertThat(
            typeOf(
                fold(article("a").on("2020-06-10")),
                article("b").says(Kind.RESUMPTION).on("2021-06-10").event()))
        .isEqualTo(ChangeType.ADOPTED);
  }

  @Test
  void whatMovesNothingIsNoted() {
    assertThat(typeOf(fold(), article("a").event())).isEqualTo(ChangeType.NOTED);
    assertThat(typeOf(fold(), article("a").on("2020-06-10").confidence(0.3).event()))
        .isEqualTo(ChangeType.NOTED);
    assertThat(typeOf(fold(), article("a").on("2020-06-10").as(Modality.PLANNED).event()))
        .isEqualTo(ChangeType.NOTED);
  }

  @Test
  void aDateThatArrivesLaterRefinesAndTheResultIsTheSame() {
    Story undated = article("a");
    Story dated = article("a").published("2020-06-11").revision(2);
    Folded folded = fold(undated);

    Change change = folded.apply(dated.event()).getFirst();

    assertThat(change.type()).isEqualTo(ChangeType.REFINED);
    assertThat(folded.segments()).isEqualTo(fold(dated).segments());
  }

  @Test
  void aLowerRevisionThatArrivesLateChangesNothing() {
    Story first = article("a").on("2020-06-10");
    Story second = article("a").on("2020-06-12").revision(2);
    Folded folded = fold(second);

    Change change = folded.apply(first.event()).getFirst();

    assertThat(folded.segments()).isEqualTo(fold(second).segments());
    assertThat(change.type()).isEqualTo(ChangeType.NOTED);
    assertThat(change.announced()).isNull();
    assertThat(change.arrived()).isEmpty();
  }

  @Test
  void aRetractionTakesTheClaimOut() {
    Story story = article("a").on("2020-06-10");
    Folded folded = fold(story);

    Change change = folded.apply(story.retraction()).getFirst();

    assertThat(change.type()).isEqualTo(ChangeType.RETRACTED);
    assertThat(change.left()).containsExactly(story.claimId());
    assertThat(folded.segments()).isEmpty();
    assertThat(change.difference().announcementOf())
        .containsEntry(story.claimId(), Difference.NO_ANNOUNCEMENT);
  }

  @Test
  void aRetractionThatComesFirstWaitsForItsClaim() {
    Story story = article("a").on("2020-06-10");
    Folded folded = fold();

    assertThat(folded.apply(story.retraction())).isEmpty();
    assertThat(folded.apply(story.event())).isEmpty();

    assertThat(folded.segments()).isEmpty();
  }

  @Test
  void aClaimFoundAgainHoldsAgain() {
    Story story = article("a").on("2020-06-10");

    Folded folded = fold(story).and(story.retraction()).and(story.revision(3).event());

    assertThat(folded.segments()).hasSize(1);
  }
}
