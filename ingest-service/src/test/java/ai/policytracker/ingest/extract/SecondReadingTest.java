package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Activity;
import ai.policytracker.event.Audience;
import ai.policytracker.event.Claim;
import ai.policytracker.event.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondReadingTest {
  private static ArticleText article(String title, String text) {
    return new ArticleText("The Test Post", Read.FRIDAY, title, text);
  }

  private static List<Claim> read(ArticleText article) {
    return new ClaimExtractor().read(article).claims();
  }

  @Test
  void whatTheRulesHaveNoWordsForIsReadAllTheSame() {
    ArticleText article =
        article(
            "Samsung keeps chatbots out",
            "Chatbots such as ChatGPT are now off limits for all employees of Samsung, a memo says.");

    assertThat(ClaimExtractor.ofStatement(article)).isEmpty();
    assertThat(read(article))
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.company()).isEqualTo("samsung");
              assertThat(claim.kind()).isEqualTo(Kind.BAN);
              assertThat(claim.evidence().getFirst().quote()).isEqualTo(article.text());
            });
  }

  @Test
  void whatARuleReadsButIsNotToldOfTheCompanyIsDropped() {
    ArticleText article =
        article(
            "Chatbots at ministries",
            "British civil servants may use chatbots of Fujitsu if they follow three rules, the"
                + " Cabinet Office says.");

    assertThat(ClaimExtractor.ofStatement(article)).isNotEmpty();
    assertThat(read(article)).isEmpty();
  }

  @Test
  void anEntryOfAFewWordsIsReadByTheRules() {
    ArticleText article =
        article(
            "Entries",
            "What the music sites allow.\n\n"
                + "Harmonia. The Leipzig company bans songs made entirely by AI.\n\n"
                + "Loopline. The Boston startup bans AI-generated vocals.");

    assertThat(ClaimExtractor.ofStatement(article))
        .extracting(Claim::company)
        .containsExactly("harmonia", "loopline");
  }

  @Test
  void whatIsNoLongerOutOfBoundsIsNoBan() {
    ArticleText article =
        article(
            "JPMorgan unlocks ChatGPT",
            "ChatGPT is no longer out of bounds for bankers of JPMorgan, the bank said.");

    assertThat(read(article)).noneMatch(claim -> claim.kind() == Kind.BAN);
  }

  @Test
  void whomAndWhatItIsAboutIsLearned() {
    ArticleText pictures =
        article(
            "X reins in Grok",
            "X will no longer let its Grok chatbot edit photographs of real people to put them in"
                + " revealing clothes, the company said.");
    ArticleText cameras =
        article(
            "No more scans",
            "Harrods has stopped scanning the faces of its visitors with facial recognition"
                + " cameras.");

    assertThat(read(pictures)).extracting(Claim::audience).containsExactly(Audience.GENERAL);
    assertThat(read(cameras)).extracting(Claim::activity).containsExactly(Activity.INTERNAL_USE);
  }
}
