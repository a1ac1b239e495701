package ai.policytracker.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Activity;
import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.Evidence;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Mention;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
import ai.policytracker.ingest.extract.Notice;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulingsTest {
  private static final String LATER = "b";
  private static final Claim BAN = claim("amazon", Kind.BAN, null, Modality.DECIDED);
  private static final Claim PAUSE = claim("amazon", Kind.PAUSE, year(1), Modality.DECIDED);
  private static final Notice BAN_WAS_WRONG = notice(Set.of(), BAN);

  @Test
  void whatWasWrongAndIsSaidNoMoreIsTakenBack() {
    assertThat(Rulings.of(LATER, BAN_WAS_WRONG, List.of(PAUSE), BAN))
        .contains(Ruling.takenBack(LATER));
  }

  @Test
  void aLimitOfAnotherKindIsTheSameAct() {
    Notice notice = notice(Set.of(), PAUSE);

    assertThat(Rulings.of(LATER, notice, List.of(), BAN)).contains(Ruling.takenBack(LATER));
  }

  @Test
  void whatTheLaterArticleSaysTooStands() {
    assertThat(Rulings.of(LATER, BAN_WAS_WRONG, List.of(BAN), BAN)).isEmpty();
  }

  @Test
  void aDenialDoesNotRepeatWhatItDenies() {
    Claim denied = claim("amazon", Kind.BAN, null, Modality.DENIED);

    assertThat(Rulings.of(LATER, BAN_WAS_WRONG, List.of(denied), BAN))
        .contains(Ruling.takenBack(LATER));
    assertThat(Rulings.of(LATER, BAN_WAS_WRONG, List.of(), denied)).isEmpty();
  }

  @Test
  void otherCompaniesTechnologiesAndActsAreNotMeant() {
    assertThat(Rulings.of(LATER, BAN_WAS_WRONG, List.of(), claim("ibm", Kind.BAN, null))).isEmpty();
    assertThat(
            Rulings.of(
                LATER, BAN_WAS_WRONG, List.of(), with(BAN, Technology.SURVEILLANCE, Kind.BAN)))
        .isEmpty();
    assertThat(
            Rulings.of(
                LATER, BAN_WAS_WRONG, List.of(), with(BAN, BAN.technology(), Kind.PERMISSION)))
        .isEmpty();
  }

  @Test
  void aFieldThatWasWrongIsCorrected() {
    Claim twoYears = claim("amazon", Kind.PAUSE, year(2), Modality.DECIDED);

    Ruling ruling =
        Rulings.of(LATER, notice(Set.of(), twoYears), List.of(PAUSE), twoYears).orElseThrow();

    assertThat(ruling.takesBack()).isFalse();
    assertThat(ruling.changes().applyTo(twoYears)).isEqualTo(PAUSE);
  }

  @Test
  void aFieldThatTheNoticeDoesNotSpeakOfIsLeft() {
    Claim openEnd = claim("amazon", Kind.PAUSE, null, Modality.DECIDED);

    assertThat(Rulings.of(LATER, notice(Set.of(), openEnd), List.of(PAUSE), openEnd)).isEmpty();
  }

  @Test
  void aCompanyListedByMistakeIsTakenBackUnlessItIsSpokenOfStill() {
    Notice notice = notice(Set.of("amazon"));

    assertThat(Rulings.of(LATER, notice, List.of(claim("ibm", Kind.BAN, null)), BAN))
        .contains(Ruling.takenBack(LATER));
    assertThat(Rulings.of(LATER, notice, List.of(PAUSE), BAN)).isEmpty();
    assertThat(Rulings.of(LATER, notice, List.of(), claim("ibm", Kind.BAN, null))).isEmpty();
  }

  @Test
  void ofAnArticleThatIsTakenBackOnlyWhatIsSaidAgainStands() {
    Notice notice = new Notice(false, LocalDate.of(2020, 6, 10), null, true, Set.of(), List.of());
    Claim ibm = claim("ibm", Kind.BAN, null);

    assertThat(Rulings.of(LATER, notice, List.of(ibm), BAN)).contains(Ruling.takenBack(LATER));
    assertThat(Rulings.of(LATER, notice, List.of(ibm), ibm)).isEmpty();
  }

  private static Notice notice(Set<String> notMeant, Claim... wrong) {
    return new Notice(true, null, null, false, notMeant, List.of(wrong));
  }

  private static Until year(int years) {
    return Until.duration(Period.ofYears(years));
  }

  private static Claim claim(String company, Kind kind, Until until) {
    return claim(company, kind, until, Modality.DECIDED);
  }

  private static Claim claim(String company, Kind kind, Until until, Modality modality) {
    return claim(company, kind, Technology.FACIAL_RECOGNITION, until, modality);
  }

  private static Claim with(Claim claim, Technology technology, Kind kind) {
    return claim(claim.company(), kind, technology, claim.until(), claim.modality());
  }

  private static Claim claim(
      String company, Kind kind, Technology technology, Until until, Modality modality) {
    return new Claim(
        company,
        kind,
        technology,
        Activity.PROVISION,
        Audience.LAW_ENFORCEMENT,
        null,
        modality,
        Attribution.COMPANY,
        AnnouncedOn.UNKNOWN,
        Mention.NEWS,
        null,
        until,
        null,
        null,
        List.of(new Evidence(0, 3, "ban")),
        0.9);
  }
}
