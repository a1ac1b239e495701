package ai.policytracker.policyservice.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.policytracker.event.Activity;
import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.Correction;
import ai.policytracker.event.Evidence;
import ai.policytracker.event.InvalidClaimException;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectedDatesTest {
  /** Of 10 June 2020, for one year. */
  private static final Claim READ =
      new Claim(
          "acme",
          Kind.PAUSE,
          Technology.FACIAL_RECOGNITION,
          Activity.PROVISION,
          Audience.GENERAL,
          null,
          Modality.DECIDED,
          Attribution.COMPANY,
          AnnouncedOn.day(LocalDate.of(2020, 6, 10)),
          Mention.NEWS,
          null,
          Until.duration(Period.ofYears(1)),
          null,
          null,
          List.of(new Evidence(0, 5, "quote")),
          0.9);

  private static void correct(String changes) throws JsonProcessingException {
    Correction correction = new Correction((ObjectNode) Json.MAPPER.readTree(changes));
    CorrectedDates.require(correction.applyTo(READ), correction);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"until\": null}",
        "{\"until\": {\"date\": \"2020-06-11\"}}",
        "{\"until\": {\"date\": \"2021-06-10\", \"duration\": \"P1Y\"}}",
        "{\"until\": {\"duration\": \"P1000Y\"}}",
        "{\"until\": {\"date\": \"1990-01-01\"},"
            + " \"announcedOn\": {\"date\": null, \"precision\": \"UNKNOWN\"}}",
        "{\"effectiveFrom\": \"1989-12-31\", \"until\": {\"date\": \"1990-01-01\"}}"
      })
  void endAfterTheStartPasses(String changes) {
    assertThatCode(() -> correct(changes)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"until": {"date": "2020-06-10"}}                                   | until.date
          {"until": {"date": "+99999-01-01"}}                                 | until.date
          {"until": {"date": "2021-06-11", "duration": "P1Y"}}                | until
          {"until": {"duration": "P12001M"}}                                  | until.duration
          {"until": {"date": "2021-06-10"}, "effectiveFrom": "2022-01-01"}    | until.date
          {"effectiveFrom": "+10000-01-01"}                                   | effectiveFrom
          {"announcedOn": {"date": "-0001-01-01", "precision": "YEAR"}}       | announcedOn.date
          """)
  void datesThatNoPolicyCanHaveAreRefused(String changes, String field) {
    assertThatThrownBy(() -> correct(changes))
        .isInstanceOfSatisfying(
            InvalidClaimException.class, e -> assertThat(e.field()).isEqualTo(field));
  }
}
