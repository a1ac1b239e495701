package ai.policytracker.policy;

import static ai.policytracker.policy.Folded.fold;
import static ai.policytracker.policy.Story.article;
import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Precision;
import ai.policytracker.event.Until;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

  private static List<Announcement> announcements(Story... stories) {
    return fold(stories).announcements();
  }

  private static Announcement only(Story... stories) {
    assertThat(announcements(stories)).hasSize(1);
    return announcements(stories).getFirst();
  }

  @Test
  void claimsThreeDaysApartAreOneAnnouncement() {
    assertThat(only(article("a").on("2020-06-10"), article("b").on("2020-06-13")).sourceCount())
        .isEqualTo(2);
  }

  @Test
  void claimsFourDaysApartAreTwoAnnouncements() {
    assertThat(announcements(article("a").on("2020-06-10"), article("b").on("2020-06-14")))
        .hasSize(2);
  }

  @Test
  void aChainEndsAfterTenDays() {
    assertThat(
            fold(
                    article("a").on("2020-06-01"),
                    article("b").on("2020-06-04"),
                    article("c").on("2020-06-07"),
                    article("d").on("2020-06-10"),
                    article("e").on("2020-06-13"))
                .acts())
        .extracting(a -> a.members().size())
        .containsExactly(4, 1);
  }

  @Test
  void newsWithoutADateIsDatedByItsPublication() {
    assertThat(
            only(article("a").published("2020-06-11"), article("b").on("2020-06-10")).validFrom())
        .isEqualTo(LocalDate.of(2020, 6, 10));
  }

  @Test
  void limitsAndPermitsAreNeverOneAnnouncement() {
    assertThat(
            announcements(
                article("a").on("2020-06-10"), article("b").says(Kind.RESUMPTION).on("2020-06-10")))
        .hasSize(2);
  }

  @Test
  void twoClaimsOfOneArticleNeverShareAnAnnouncement() {
    List<Announcement> two =
        announcements(
            article("a").says(Kind.PAUSE).on("2020-06-10"),
            article("a").says(Kind.RESTRICTION).on("2020-06-10"),
            article("b").says(Kind.PAUSE).on("2020-06-10"),
            article("c").says(Kind.RESTRICTION).on("2020-06-11"));

    assertThat(two)
        .extracting(Announcement::kind)
        .containsExactlyInAnyOrder(Kind.PAUSE, Kind.RESTRICTION);
    assertThat(two).extracting(Announcement::sourceCount).containsExactly(2, 2);
  }

  @Test
  void aMonthJoinsTheAnnouncementWithinItThatIsNearestToItsPublication() {
    List<Announcement> two =
        announcements(
            article("a").on("2020-06-02"),
            article("b").on("2020-06-20"),
            article("c").on(AnnouncedOn.month(2020, 6)).published("2020-06-18"));

    assertThat(two)
        .filteredOn(a -> a.validFrom().equals(LocalDate.of(2020, 6, 20)))
        .singleElement()
        .extracting(Announcement::sourceCount)
        .isEqualTo(2);
  }

  @Test
  void aMonthWithNothingWithinItStandsAloneFromItsFirstDay() {
    Announcement march = only(article("a").on(AnnouncedOn.month(2020, 3)));

    assertThat(march.validFrom()).isEqualTo(LocalDate.of(2020, 3, 1));
    assertThat(march.validFromPrecision()).isEqualTo(Precision.MONTH);
  }

  @Test
  void aYearJoinsTheMonthWithinIt() {
    Announcement march =
        only(article("a").on(AnnouncedOn.month(2020, 3)), article("b").on(AnnouncedOn.year(2020)));

    assertThat(march.validFromPrecision()).isEqualTo(Precision.MONTH);
    assertThat(march.sourceCount()).isEqualTo(2);
  }

  @Test
  void undatedBackgroundJoinsTheLatestBeforeItsPublicationHoweverOld() {
    List<Announcement> two =
        announcements(
            article("a").on("2018-01-01"),
            article("b").on("2019-01-01"),
            article("c").inPassing().published("2026-01-01"));

    assertThat(two).extracting(Announcement::sourceCount).containsExactlyInAnyOrder(1, 2);
    assertThat(two)
        .filteredOn(a -> a.sourceCount() == 2)
        .extracting(Announcement::validFrom)
        .containsExactly(LocalDate.of(2019, 1, 1));
  }

  @Test
  void aStandingPolicyIsValidFromTheFirstPublicationThatReportsIt() {
    Announcement standing =
        only(
            article("a").inPassing().published("2021-05-05"),
            article("b").inPassing().published("2020-02-02"));

    assertThat(standing.validFrom()).isEqualTo(LocalDate.of(2020, 2, 2));
  }

  @Test
  void aClaimWithoutAnyDateJoinsTheOnlyAnnouncement() {
    assertThat(only(article("a").on("2020-06-10"), article("b")).sourceCount()).isEqualTo(2);
  }

  @Test
  void aClaimWithoutAnyDateJoinsNoneOfTwo() {
    List<Announcement> three =
        announcements(article("a").on("2019-01-01"), article("b").on("2020-01-01"), article("c"));

    assertThat(three).hasSize(3);
    assertThat(three).filteredOn(a -> !a.inEffect()).hasSize(1);
  }

  @Test
  void anUnresolvedWeekdayIsTheLastOneBeforeTheEarliestPublication() {
    Announcement thursday =
        only(
            article("a").published("2020-06-12"),
            article("b").on(AnnouncedOn.weekday(DayOfWeek.THURSDAY)));

    assertThat(thursday.validFrom()).isEqualTo(LocalDate.of(2020, 6, 11));
  }

  @Test
  void learningThePlaceLateMakesItTheAnnouncementsPlace() {
    assertThat(
            only(article("a").on("2020-06-10"), article("b").on("2020-06-10").in("US"))
                .jurisdiction())
        .isEqualTo("US");
  }

  @Test
  void severalPlacesAreSeveralAnnouncementsAndSoIsNotSaid() {
    assertThat(
            announcements(
                article("a").on("2020-06-10"),
                article("b").on("2020-06-10").in("US"),
                article("c").on("2020-06-10").in("EU")))
        .extracting(Announcement::jurisdiction)
        .containsExactlyInAnyOrder(null, "US", "EU");
  }

  @Test
  void aComputedEndLeadsBeforeAConditionHoweverManySayTheCondition() {
    Announcement pause =
        only(
            article("a").on("2020-06-10").until(Until.duration(Period.ofYears(1))),
            article("b").on("2020-06-10").until(Until.condition("a law is in place")),
            article("c").on("2020-06-10").until(Until.condition("a law is in place")));

    assertThat(pause.end()).isEqualTo(LocalDate.of(2021, 6, 10));
  }

  @Test
  void aBareBanBesideAPauseWithAnEndIsThePause() {
    Announcement pause =
        only(
            article("a").says(Kind.BAN).on("2020-06-10"),
            article("b").says(Kind.BAN).on("2020-06-10"),
            article("c").on("2020-06-10").until(Until.duration(Period.ofYears(1))));

    assertThat(pause.kind()).isEqualTo(Kind.PAUSE);
  }

  @Test
  void theKindOfMorePublishersLeadsThenTheStricterOne() {
    assertThat(
            only(
                    article("a").says(Kind.RESTRICTION).on("2020-06-10"),
                    article("b").says(Kind.RESTRICTION).on("2020-06-10"),
                    article("c").says(Kind.WITHDRAWAL).on("2020-06-10"))
                .kind())
        .isEqualTo(Kind.RESTRICTION);
    assertThat(
            only(
                    article("a").says(Kind.RESTRICTION).on("2020-06-10"),
                    article("c").says(Kind.WITHDRAWAL).on("2020-06-10"))
                .kind())
        .isEqualTo(Kind.WITHDRAWAL);
  }

  @Test
  void everyMembersIdLeadsToTheAnchor() {
    Story first = article("a").on("2020-06-10");
    Story second = article("b").on("2020-06-11");

    assertThat(fold(second, first).announcementOf().values()).containsOnly(first.claimId());
  }

  @Test
  void claimsOfLittleConfidenceAreInNoAnnouncement() {
    assertThat(announcements(article("a").on("2020-06-10").confidence(0.49))).isEmpty();
  }
}
