package ai.policytracker.policy;

import static ai.policytracker.policy.Folded.fold;
import static ai.policytracker.policy.Story.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Until;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static List<Tuple> timeline(Story... stories) {
    return fold(stories).segments().stream()
        .map(s -> tuple(s.status(), text(s.validFrom()), text(s.validTo())))
        .toList();
  }

  private static String text(LocalDate date) {
    return date == null ? "open" : date.toString();
  }

  @Test
  void aConditionLeavesTheEndOpen() {
    assertThat(timeline(article("a").on("2020-06-11").until(Until.condition("a law is in place"))))
        .containsExactly(tuple(Status.PAUSED, "2020-06-11", "open"));
  }

  @Test
  void aStatedEndWithNothingHeardLapses() {
    assertThat(timeline(article("a").on("2020-06-10").until(Until.duration(Period.ofYears(1)))))
        .containsExactly(
            tuple(Status.PAUSED, "2020-06-10", "2021-06-10"),
            tuple(Status.LAPSED, "2021-06-10", "open"));
  }

  @Test
  void anEndAfterTheLastYearIsNone() {
    Until thousandYears = Until.duration(Period.ofYears(1_000));

    assertThat(timeline(article("a").on("9000-01-01").until(thousandYears)))
        .containsExactly(tuple(Status.PAUSED, "9000-01-01", "open"));
    assertThat(timeline(article("a").on("8999-12-31").until(thousandYears)))
        .contains(tuple(Status.PAUSED, "8999-12-31", "9999-12-31"));
  }

  @Test
  void theNextAnnouncementEndsTheOneBeforeTheStatedEnd() {
    assertThat(
            timeline(
                article("a").on("2020-06-10").until(Until.duration(Period.ofYears(1))),
                article("b").on("2021-05-18").until(Until.furtherNotice())))
        .containsExactly(
            tuple(Status.PAUSED, "2020-06-10", "2021-05-18"),
            tuple(Status.PAUSED, "2021-05-18", "open"));
  }

  @Test
  void theNextAnnouncementEndsALapse() {
    assertThat(
            timeline(
                article("a").on("2020-06-10").until(Until.date(LocalDate.of(2020, 12, 1))),
                article("b").says(Kind.RESUMPTION).on("2021-02-01")))
        .containsExactly(
            tuple(Status.PAUSED, "2020-06-10", "2020-12-01"),
            tuple(Status.LAPSED, "2020-12-01", "2021-02-01"),
            tuple(Status.PERMITTED, "2021-02-01", "open"));
  }

  @Test
  void aPolicyIsValidFromTheDayOnWhichItTakesEffect() {
    assertThat(timeline(article("a").says(Kind.BAN).on("2020-06-10").effective("2020-07-01")))
        .containsExactly(tuple(Status.PROHIBITED, "2020-07-01", "open"));
  }

  @Test
  void plansMoveNothing() {
    assertThat(timeline(article("a").on("2020-06-10").as(Modality.PLANNED))).isEmpty();
    assertThat(timeline(article("a").on("2020-06-10").as(Modality.CONSIDERED))).isEmpty();
  }

  @Test
  void whatNothingDatesMovesNothing() {
    assertThat(timeline(article("a"))).isEmpty();
  }

  @Test
  void aReturnInPartIsRestricted() {
    assertThat(
            timeline(
                article("a").says(Kind.RESUMPTION).on("2020-06-10"),
                article("a").says(Kind.RESTRICTION).on("2020-06-10")))
        .containsExactly(tuple(Status.RESTRICTED, "2020-06-10", "open"));
  }

  @Test
  void commitmentsStandSideBySideAndEndNothing() {
    assertThat(
            timeline(
                article("a").says(Kind.BAN).on("2020-06-10"),
                article("b").says(Kind.COMMITMENT).on("2021-06-10"),
                article("c").says(Kind.COMMITMENT).on("2022-06-10")))
        .containsExactlyInAnyOrder(
            tuple(Status.PROHIBITED, "2020-06-10", "open"),
            tuple(Status.COMMITTED, "2021-06-10", "open"),
            tuple(Status.COMMITTED, "2022-06-10", "open"));
  }

  @Test
  void placesHaveTimelinesOfTheirOwn() {
    assertThat(
            timeline(
                article("a").says(Kind.BAN).on("2020-06-10").in("US"),
                article("b").says(Kind.RESUMPTION).on("2021-06-10").in("GB")))
        .containsExactlyInAnyOrder(
            tuple(Status.PROHIBITED, "2020-06-10", "open"),
            tuple(Status.PERMITTED, "2021-06-10", "open"));
  }
}
