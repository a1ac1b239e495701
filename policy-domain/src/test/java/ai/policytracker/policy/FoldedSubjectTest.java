package ai.policytracker.policy;

import static ai.policytracker.policy.Story.article;
import static ai.policytracker.policy.Story.fold;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.PolicyEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FoldedSubjectTest {

  private static ChangeType typeOf(FoldedSubject before, PolicyEvent event) {
    return before.apply(event).difference().type();
  }

  @Test
  void aFirstAnnouncementIsAdopted() {
    assertThat(typeOf(fold(), article("a").on("2020-06-10").event())).isEqualTo(ChangeType.ADOPTED);
  }

  @Test
  void aSecondSourceCorroborates() {
    FoldedSubject.Step step =
        fold(article("a").on("2020-06-10")).apply(article("b").on("2020-06-10").event());

    assertThat(step.difference().type()).isEqualTo(ChangeType.CORROBORATED);
    assertThat(step.difference().before()).extracting(Segment::sourceCount).containsExactly(1);
    assertThat(step.difference().after()).extracting(Segment::sourceCount).containsExactly(2);
  }

  @Test
  void aCopyCorroboratesWithoutMovingAnything() {
    FoldedSubject.Step step =
        fold(article("a").on("2020-06-10").copyKeys("k"))
            .apply(article("b").on("2020-06-10").copyKeys("k").event());

    assertThat(step.difference().type()).isEqualTo(ChangeType.CORROBORATED);
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

    FoldedSubject.Step step = fold(undated).apply(dated.event());

    assertThat(step.difference().type()).isEqualTo(ChangeType.REFINED);
    assertThat(step.next().timeline()).isEqualTo(fold(dated).timeline());
  }

  @Test
  void aLowerRevisionThatArrivesLateChangesNothing() {
    Story first = article("a").on("2020-06-10");
    Story second = article("a").on("2020-06-12").revision(2);
    FoldedSubject known = fold(second);

    FoldedSubject.Step step = known.apply(first.event());

    assertThat(step.next()).isEqualTo(known);
    assertThat(step.difference().type()).isEqualTo(ChangeType.NOTED);
    assertThat(Change.of(first.event(), step, 2, Instant.EPOCH).announced()).isNull();
  }

  @Test
  void aRetractionTakesTheClaimOut() {
    Story story = article("a").on("2020-06-10");

    FoldedSubject.Step step = fold(story).apply(story.retraction());

    assertThat(step.difference().type()).isEqualTo(ChangeType.RETRACTED);
    assertThat(step.next().timeline().segments()).isEmpty();
    assertThat(step.difference().announcementOf())
        .containsEntry(story.claimId(), Difference.NO_ANNOUNCEMENT);
  }

  @Test
  void aRetractionThatComesFirstWaitsForItsClaim() {
    Story story = article("a").on("2020-06-10");

    FoldedSubject folded = fold().apply(story.retraction()).next().apply(story.event()).next();

    assertThat(folded.timeline().segments()).isEmpty();
  }

  @Test
  void aClaimFoundAgainHoldsAgain() {
    Story story = article("a").on("2020-06-10");

    FoldedSubject folded =
        fold(story).apply(story.retraction()).next().apply(story.revision(3).event()).next();

    assertThat(folded.timeline().segments()).hasSize(1);
  }
}
