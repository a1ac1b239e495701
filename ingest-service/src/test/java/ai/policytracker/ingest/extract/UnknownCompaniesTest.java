package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownCompaniesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Velorum Inc. has banned its staff from using ChatGPT.|velorum
          The chip maker Velorum has banned its staff from using ChatGPT.|velorum
          Velorum, a chip maker in Graz, has banned its staff from using ChatGPT.|velorum
          Velorum, which makes chips, has banned its staff from using ChatGPT.|velorum
          Velorum chief executive Ida Brandt said that the firm has banned its staff from using ChatGPT.|velorum
          Ida Brandt, the founder of Velorum, said that Velorum has banned its staff from using ChatGPT.|velorum
          Velorum Robotics has banned its staff from using ChatGPT.|velorum-robotics
          Velorum has banned its staff from using ChatGPT. The company gave no reason.|velorum
          The Austrian startup Blue Heron Labs has banned its staff from using ChatGPT.|blue-heron-labs
          Café Noir GmbH has banned its staff from using ChatGPT.|cafe-noir
          Velorum, a brand owned by Siemens, has banned its staff from using ChatGPT.|siemens
          Airbus, Velorum and SAP have banned their staff from using ChatGPT.|velorum
          Velorum has banned its staff from using ChatGPT.|velorum
          Velorum on Tuesday banned its staff from using ChatGPT.|velorum
          Velorum, of Graz, has banned its staff from using ChatGPT.|velorum
          Graz's Velorum has banned its staff from using ChatGPT.|velorum
          The Graz-based Velorum has banned its staff from using ChatGPT.|velorum
          Its neighbour Velorum has banned its staff from using ChatGPT.|velorum
          The supplier, Velorum, has banned its staff from using ChatGPT.|velorum
          Velorum, with forty shops, has banned its staff from using ChatGPT.|velorum
          Haulier Velorum has banned its staff from using ChatGPT.|velorum
          Tamm & Oja has banned its staff from using ChatGPT.|tamm-oja
          Nine Foods has banned its staff from using ChatGPT.|nine-foods
          The animation house Blue Heron has banned its staff from using ChatGPT.|blue-heron
          Velorum Austria has banned its staff from using ChatGPT. Velorum gave no reason.|velorum
          VLR, Austria's biggest insurer, has banned its staff from using ChatGPT.|vlr
          Picture agency Velorum has banned its staff from using ChatGPT.|velorum
          Chip designer Velorum has banned its staff from using ChatGPT.|velorum
          Pension manager VLR has banned its staff from using ChatGPT.|vlr
          Orange has banned its staff from using ChatGPT, it said.|orange
          Nobody at Velorum may use ChatGPT, the Austrian chip maker said.|velorum
          Velorum of Graz has banned its staff from using ChatGPT.|velorum
          Velorum Building Society has banned its staff from using ChatGPT, it said.|velorum-building-society
          """)
  void nameIsTakenFromTheWordsAroundIt(String text, String company) {
    List<Claim> claims = Read.text(text);

    assertThat(claims).extracting(Claim::company).contains(company);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Riverton School District has banned its staff from using ChatGPT.",
        "The Ministry of Posts has banned its staff from using ChatGPT.",
        "Riverton police have banned their staff from using ChatGPT.",
        "Riverton University has banned its staff from using ChatGPT.",
        "The advocacy group Open Faces has banned its staff from using ChatGPT.",
        "Open Faces, a digital rights group, has banned its staff from using ChatGPT.",
        "The Dockers Union has banned its staff from using ChatGPT.",
        "Mayor Ida Brandt has banned her staff from using ChatGPT.",
        "Teachers have banned ChatGPT from their lessons, the company said.",
        "The High Court of Riverton has banned its staff from using ChatGPT.",
        "Prague has banned its staff from using ChatGPT.",
        "Trustees of the Riverton School Board have banned their staff from using ChatGPT.",
        "Ida Brandt, a teacher, has banned her pupils from using ChatGPT.",
        "The Ministry of Food and Drug Safety has banned its staff from using ChatGPT.",
        "Student accounts have been blocked from ChatGPT.",
        "Velorum, a charity in Graz, has banned its staff from using ChatGPT.",
        "The Velorum Conference has banned ChatGPT from its papers.",
        "The Riverton Gazette reported that staff are banned from using ChatGPT.",
        "The Test Post has banned its staff from using ChatGPT, the company said."
      })
  void bodiesThatAreNoCompanyMakeNoClaim(String text) {
    assertThat(Read.text(text)).isEmpty();
  }

  @Test
  void provisionalCompanyIsLessSure() {
    Claim listed = Read.only("Siemens has banned its staff from using ChatGPT.");
    Claim provisional = Read.only("Velorum Inc. has banned its staff from using ChatGPT.");

    assertThat(provisional.confidence()).isLessThan(listed.confidence()).isGreaterThan(0.5);
  }

  @Test
  void shortFormMeansTheSameCompany() {
    Claim claim =
        Read.only(
            "Velorum Technologies Inc. makes chatbots. On Thursday Velorum said it had shut down its"
                + " chatbot.");

    assertThat(claim.company()).isEqualTo("velorum-technologies");
  }

  @Test
  void thousandsOfNamesAreReadInLinearTime() {
    var names = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      names.append("The startup Name").append((char) ('a' + i % 26)).append(i).append(" Labs, ");
    }

    assertThat(Read.text(names + "has banned ChatGPT for its staff.")).hasSizeLessThan(100);
  }
}
