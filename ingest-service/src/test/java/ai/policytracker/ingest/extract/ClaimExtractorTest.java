package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Activity;
import ai.policytracker.event.AnnouncedOn;
import ai.policytracker.event.Attribution;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.Kind;
import ai.policytracker.event.Modality;
import ai.policytracker.event.Stance;
import ai.policytracker.event.TargetType;
import ai.policytracker.event.Technology;
import ai.policytracker.event.Until;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimExtractorTest {

  @Test
  void pauseWithConditionIsReadInFull() {
    Claim claim =
        Read.only(
            "Microsoft will not sell facial recognition to police in the United States until there is"
                + " a privacy law, the company said on Wednesday.");

    assertThat(claim.company()).isEqualTo("microsoft");
    assertThat(claim.kind()).isEqualTo(Kind.PAUSE);
    assertThat(claim.technology()).isEqualTo(Technology.FACIAL_RECOGNITION);
    assertThat(claim.activity()).isEqualTo(Activity.PROVISION);
    assertThat(claim.audience()).isEqualTo(Audience.LAW_ENFORCEMENT);
    assertThat(claim.jurisdiction()).isEqualTo("US");
    assertThat(claim.modality()).isEqualTo(Modality.DECIDED);
    assertThat(claim.attribution()).isEqualTo(Attribution.COMPANY);
    assertThat(claim.announcedOn()).isEqualTo(AnnouncedOn.day(LocalDate.of(2020, 6, 10)));
    assertThat(claim.until().condition()).contains("privacy law");
    assertThat(claim.confidence()).isGreaterThanOrEqualTo(0.8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Amazon announced a six-month moratorium on police use of Rekognition.|amazon|PAUSE|facial-recognition|law-enforcement
          Zoom has suspended its emotion recognition feature.|zoom|PAUSE|emotion-recognition|general
          OpenAI has banned political campaigns from using ChatGPT.|openai|BAN|generative-ai|political-campaigns
          Citigroup has barred employees from using ChatGPT.|citigroup|BAN|generative-ai|employees
          Siemens told staff not to use ChatGPT at work.|siemens|BAN|generative-ai|employees
          IBM will no longer offer face recognition software.|ibm|WITHDRAWAL|facial-recognition|general
          Meta is shutting down its facial recognition system.|meta|WITHDRAWAL|facial-recognition|general
          Walmart has restricted the use of ChatGPT by its staff.|walmart|RESTRICTION|generative-ai|employees
          Google has resumed sales of its facial recognition software.|google|RESUMPTION|facial-recognition|general
          OpenAI has lifted its ban on military use of ChatGPT.|openai|RESUMPTION|generative-ai|military
          Anthropic signed a voluntary code of conduct for artificial intelligence.|anthropic|COMMITMENT|general-ai|general
          Shutterstock will no longer accept images made with AI generators.|shutterstock|BAN|generative-ai|general
          """)
  void everyKindIsFound(
      String text, String company, Kind kind, String technology, String audience) {
    Claim claim = Read.only(text);

    assertThat(claim.company()).isEqualTo(company);
    assertThat(claim.kind()).isEqualTo(kind);
    assertThat(claim.technology().slug()).isEqualTo(technology);
    assertThat(claim.audience().slug()).isEqualTo(audience);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "San Francisco has banned facial recognition by its police.",
        "The ACLU demanded that Amazon stop selling Rekognition to the police.",
        "Amazon should stop selling facial recognition to police, activists said.",
        "If Amazon stopped selling facial recognition, police would buy it elsewhere.",
        "Will Microsoft ban facial recognition?",
        "Idemia sells facial recognition to police forces around the world.",
        "Amazon has not banned the use of ChatGPT by its employees.",
        "Google launched a chatbot on Tuesday.",
        "A judge told Clearview AI to delete its database of faces.",
        "Police departments bought facial recognition software from NEC.",
        "An earlier version of this article said that IBM had banned facial recognition.",
        "Microsoft almost banned the use of ChatGPT by its employees.",
        "Microsoft failed to ban sales of facial recognition to police.",
        "No company, including Amazon, has banned sales of facial recognition to police.",
        "Google paused hiring in its AI division, the company said.",
        "Microsoft closed its campus cafeteria on Monday."
      })
  void whatIsNoClaimYieldsNone(String text) {
    assertThat(Read.text(text)).isEmpty();
  }

  @Test
  void referencesAreResolved() {
    String opening = "Axon held its yearly meeting in Phoenix on Thursday. ";

    assertThat(
            Read.only(opening + "The company will not sell facial recognition to police.")
                .company())
        .isEqualTo("axon");
    assertThat(Read.only(opening + "It has suspended work on facial recognition.").company())
        .isEqualTo("axon");
    assertThat(
            Read.only(opening + "Rick Smith said that it would no longer sell face recognition.")
                .company())
        .isEqualTo("axon");
  }

  @Test
  void pronounOfABodyIsNoCompany() {
    assertThat(
            Read.text(
                "The Federal Trade Commission sued Rite Aid. It said it would ban facial recognition in the shops."))
        .isEmpty();
  }

  @Test
  void severalCompaniesHaveAClaimEach() {
    List<Claim> claims =
        Read.text("Citigroup, HSBC and Barclays have banned the use of ChatGPT by staff.");

    assertThat(claims)
        .extracting(Claim::company)
        .containsExactlyInAnyOrder("citigroup", "hsbc", "barclays");
  }

  @Test
  void twoActivitiesAreTwoClaims() {
    List<Claim> claims =
        Read.text("IBM said it would stop all sales and development of facial recognition.");

    assertThat(claims)
        .extracting(Claim::activity)
        .containsExactlyInAnyOrder(Activity.PROVISION, Activity.DEVELOPMENT);
  }

  @Test
  void repetitionsAreOneClaimInTheMostSpecificReading() {
    Claim claim =
        Read.only(
            "Amazon has banned police from using Rekognition.\n\n"
                + "Amazon announced a one-year moratorium on police use of Rekognition, it said.");

    assertThat(claim.kind()).isEqualTo(Kind.PAUSE);
    assertThat(claim.until()).isEqualTo(Until.duration(Period.ofYears(1)));
    assertThat(claim.evidence()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Zoom has suspended its emotion recognition feature until further notice.|indefinite
          Zoom has suspended its emotion recognition feature for three months.|P3M
          Zoom has suspended its emotion recognition feature until 2022.|2022-01-01
          Zoom has suspended its emotion recognition feature until regulators approve it.|regulators approve it
          """)
  void endsAreRead(String text, String end) {
    Until until = Read.only(text).until();

    String read =
        until.indefinite()
            ? "indefinite"
            : until.date() != null
                ? until.date().toString()
                : until.duration() != null ? until.duration().toString() : until.condition();
    assertThat(read).isEqualTo(end);
  }

  @Test
  void lobbyingNamesSideAndTarget() {
    Claim calls = Read.only("Microsoft called on Congress to regulate facial recognition.");
    Claim bill =
        Read.only("Adobe opposes SB 1047, a bill on artificial intelligence in California.");

    assertThat(calls.stance()).isEqualTo(Stance.SUPPORTS);
    assertThat(calls.target().type()).isEqualTo(TargetType.REGULATION);
    assertThat(calls.target().jurisdiction()).isEqualTo("US");
    assertThat(bill.stance()).isEqualTo(Stance.OPPOSES);
    assertThat(bill.target().name()).isEqualTo("SB 1047");
    assertThat(bill.target().type()).isEqualTo(TargetType.BILL);
    assertThat(bill.target().jurisdiction()).isEqualTo("US-CA");
  }

  @Test
  void modalityTellsPlansFromDecisions() {
    assertThat(Read.only("Google plans to stop selling facial recognition.").modality())
        .isEqualTo(Modality.PLANNED);
    assertThat(Read.only("Google may suspend its facial recognition service.").modality())
        .isEqualTo(Modality.CONSIDERED);
    assertThat(Read.only("Google denied that it had banned facial recognition.").modality())
        .isEqualTo(Modality.DENIED);
  }

  @Test
  void attributionTellsWhoSpeaks() {
    assertThat(
            Read.only("Apple has banned staff from using ChatGPT, according to a memo.")
                .attribution())
        .isEqualTo(Attribution.REPORTED);
    assertThat(
            Read.only("The ACLU said that Clearview AI has suspended its facial recognition.")
                .attribution())
        .isEqualTo(Attribution.THIRD_PARTY);
  }

  @Test
  void everyQuoteIsTheTextAtItsOffsets() {
    String text =
        "Newsletter: sign up today for our best stories!\n\n“We won’t sell face-recognition tools to police,” said"
            + " Microsoft’s president.\n\nAmazon has banned police from using Rekognition. 🎉 IBM will no longer offer"
            + " facial recognition.";

    List<Claim> claims = Read.text(text);

    assertThat(claims).isNotEmpty();
    assertThat(claims)
        .allSatisfy(
            claim ->
                assertThat(claim.evidence())
                    .allSatisfy(
                        e -> assertThat(e.quote()).isEqualTo(text.substring(e.start(), e.end()))));
  }

  @Test
  void aDayAheadIsAStartAndWhenItWasSaidIsNone() {
    assertThat(
            Read.only("IBM said it will stop all sales of facial recognition from 1 July.")
                .effectiveFrom())
        .isEqualTo(LocalDate.of(2020, 7, 1));
    assertThat(
            Read.only(
                    "IBM said it would stop all sales of facial recognition at the beginning of the week.")
                .effectiveFrom())
        .isNull();
  }

  @Test
  void sourceLineIsCredited() {
    Reading reading =
        Read.reading(
            null, "IBM will no longer offer facial recognition.\n\nSource: Harbor Wire\n", null);

    assertThat(reading.creditedPublisher()).isEqualTo("Harbor Wire");
    assertThat(reading.publisherCompany()).isNull();
  }
}
