package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamedLawsTest {

  @Test
  void readsActsBillsAndNumbersByTheirNames() {
    String text =
        "The NO FAKES Act and Bill C-27 differ from SB 53, Assembly Bill 7 and PL 2338/2023. "
            + "Peers amended the Data (Use and Access) Bill.";

    NamedLaws laws = NamedLaws.in(text);

    assertThat(laws.names())
        .containsExactly(
            "NO FAKES Act",
            "Bill C-27",
            "SB 53",
            "AB 7",
            "PL 2338/2023",
            "Data (Use and Access) Bill");
  }

  @Test
  void leavesOutWhoseLawItIsAndTheWordsBeforeIt() {
    assertThat(NamedLaws.in("Under California's Children's Privacy Act, fees rise.").names())
        .containsExactly("Children's Privacy Act");
    assertThat(NamedLaws.in("In the EU AI Act, fees rise.").names()).containsExactly("AI Act");
  }

  @Test
  void takesNoPersonAndNoPlainNounForALaw() {
    assertThat(NamedLaws.in("Bill Gates and Melinda Bill Watson act. The Act bills us.").names())
        .isEmpty();
  }

  @Test
  void meansTheLawNamedLastElseTheNextOne() {
    String text =
        "It opposes the bill. The Alpha Act is one. It backs the law. So is the Beta Act.";

    NamedLaws laws = NamedLaws.in(text);

    assertThat(laws.meant(10, false).name()).isEqualTo("Alpha Act");
    assertThat(laws.meant(text.indexOf("law"), false).name()).isEqualTo("Alpha Act");
    assertThat(laws.meant(text.length(), false).name()).isEqualTo("Beta Act");
    assertThat(laws.meant(10, true)).isNull();
  }
}
