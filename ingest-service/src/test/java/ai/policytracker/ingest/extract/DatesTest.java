package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Precision;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
  private static final String BAN = "Amazon banned police from using Rekognition ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on Friday|2020-06-12|DAY
          on Thursday|2020-06-11|DAY
          last Monday|2020-06-08|DAY
          yesterday|2020-06-11|DAY
          on June 3|2020-06-03|DAY
          on 28 December|2019-12-28|DAY
          on June 3, 2019|2019-06-03|DAY
          last month|2020-05-01|MONTH
          in March|2020-03-01|MONTH
          in November|2019-11-01|MONTH
          in March 2018|2018-03-01|MONTH
          last year|2019-01-01|YEAR
          in 2018|2018-01-01|YEAR
          at the end of March|2020-03-01|MONTH
          on the first of May|2020-05-01|DAY
          two months ago|2020-04-01|MONTH
          three years ago|2017-01-01|YEAR
          """)
  void datesAreResolvedTowardsThePast(String words, LocalDate date, Precision precision) {
    AnnouncedOn on = Read.only(BAN + words + ".").announcedOn();

    assertThat(on.date()).isEqualTo(date);
    assertThat(on.precision()).isEqualTo(precision);
  }

  @Test
  void undatedArticleKeepsTheWeekday() {
    var claims = Read.text(BAN + "on Thursday.", null);

    assertThat(claims).hasSize(1);
    assertThat(claims.getFirst().announcedOn()).isEqualTo(AnnouncedOn.weekday(DayOfWeek.THURSDAY));
  }

  @Test
  void dayOfTheEndIsNotTheDayOfTheAnnouncement() {
    var claim = Read.only("Amazon has suspended police use of Rekognition until June 10, 2021.");

    assertThat(claim.announcedOn()).isEqualTo(AnnouncedOn.UNKNOWN);
    assertThat(claim.until().date()).isEqualTo(LocalDate.of(2021, 6, 10));
  }

  @Test
  void dayThatLiesAheadIsNotTheDayOfTheAnnouncement() {
    var claim =
        Read.only(
            "Amazon told customers in May that it would ban police from Rekognition on August 31, 2020.");

    assertThat(claim.announcedOn()).isEqualTo(AnnouncedOn.month(2020, 5));
  }

  @Test
  void sentenceBesideTellsTheDay() {
    var claim =
        Read.only(
            "The decision was announced on Tuesday. Amazon has banned police from using Rekognition.");

    assertThat(claim.announcedOn()).isEqualTo(AnnouncedOn.day(LocalDate.of(2020, 6, 9)));
  }

  @Test
  void whatHasBeenGoingOnIsNoNews() {
    var claim =
        Read.only(
            "Acme AI and others watched. Microsoft has been scaling back its investments in facial recognition.");

    assertThat(claim.mention()).isEqualTo(Mention.BACKGROUND);
  }
}
