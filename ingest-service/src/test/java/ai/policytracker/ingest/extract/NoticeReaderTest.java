package ai.policytracker.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Claim;
import ai.policytracker.event.Kind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeReaderTest {
  private static final LocalDate TUESDAY = LocalDate.of(2024, 5, 14);
  private static final LocalDate FRIDAY = LocalDate.of(2024, 5, 10);
  private static final NoticeReader READER = new NoticeReader();

  private static Optional<Notice> read(String title, String text) {
    return READER.read(new ArticleText("The Test Post", TUESDAY, title, text));
  }

  @Test
  void aVersionOfThisArticleIsCorrected() {
    Notice notice =
        read(
                "Amazon pauses police use of Rekognition",
                "Amazon has paused police use of Rekognition for a year.\n\n"
                    + "Correction, May 14: An earlier version of this article, and its headline,"
                    + " said that Amazon had permanently banned police from using the service."
                    + " It announced a one-year moratorium.")
            .orElseThrow();

    assertThat(notice.ofThisArticle()).isTrue();
    assertThat(notice.wrong())
        .singleElement()
        .returns("amazon", Claim::company)
        .returns(Kind.BAN, Claim::kind);
  }

  @Test
  void anArticleIsNamedByItsDay() {
    Notice notice =
        read(
                "We got Adobe wrong",
                "RETRACTION. On Friday I wrote that Adobe had banned all AI images. It hasn’t, and"
                    + " I’ve taken the post down.")
            .orElseThrow();

    assertThat(notice)
        .returns(FRIDAY, Notice::day)
        .returns(false, Notice::ofThisArticle)
        .returns(false, Notice::whole);
    assertThat(notice.wrong()).extracting(Claim::company).containsExactly("adobe");
  }

  @Test
  void anArticleIsNamedByItsTitle() {
    Notice notice =
        read(
                "Correction",
                "Our article “Microsoft pulls the plug on Face API” said that Microsoft was"
                    + " withdrawing the Face API service. That was wrong.")
            .orElseThrow();

    assertThat(notice)
        .returns("Microsoft pulls the plug on Face API", Notice::title)
        .returns(null, Notice::day);
    assertThat(notice.wrong()).extracting(Claim::kind).containsExactly(Kind.WITHDRAWAL);
  }

  @Test
  void aCompanyWasListedByMistake() {
    Notice notice =
        read(
                "Firms sign up to AI safeguards",
                "Correction: An earlier version of this brief included Apple among the companies."
                    + " Apple did not take part.")
            .orElseThrow();

    assertThat(notice.notMeant()).containsExactly("apple");
    assertThat(notice.wrong()).isEmpty();
  }

  @Test
  void anArticleIsWithdrawnAsAWhole() {
    Notice notice =
        read(
                "Retraction",
                "We have retracted our story of 10 May on AI at Oracle, which rested on a forged"
                    + " memo.")
            .orElseThrow();

    assertThat(notice).returns(true, Notice::whole).returns(FRIDAY, Notice::day);
  }

  @Test
  void whatFollowsInFactIsNotWhatWasWrong() {
    Notice notice =
        read(
                "Correction: Meta and facial recognition",
                "On Friday we reported that Meta had banned facial recognition, when in fact IBM"
                    + " has banned it.")
            .orElseThrow();

    assertThat(notice.wrong()).extracting(Claim::company).containsExactly("meta");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Nobody says that it was wrong.
        "On Friday we wrote that Adobe had banned all AI images. Others have followed.",
        // It is not said which article.
        "Correction: We wrote that Adobe had banned all AI images. It has not.",
        // Somebody else's article, somebody else's words.
        "On Friday the Osterby Herald wrote that Adobe had banned all AI images. That was wrong.",
        "\"On Friday we wrote that Adobe had banned all AI images. That was wrong,\" the firm said.",
        "The Herald has retracted its story of 10 May on AI at Oracle, it said. We were not wrong.",
        // It only adds.
        "Update: An earlier version of this article did not name the spokesperson of Adobe.",
        // What was wrong is no claim.
        "Correction: An earlier version of this article misspelled the name of Adobe's founder."
      })
  void whatIsNotSureTakesNothingBack(String text) {
    assertThat(read("Adobe and AI images", text)).isEmpty();
  }

  @Test
  void anUndatedArticleThatNamesAWeekdayNamesNone() {
    String text = "Correction: On Friday we wrote that Adobe had banned all AI images. It has not.";

    assertThat(READER.read(new ArticleText("The Test Post", null, "Adobe", text))).isEmpty();
  }

  @Test
  void onlyCorrectionsAmongTheSharedArticlesHaveANotice() throws IOException {
    assertThat(SharedCorpus.articles())
        .filteredOn(article -> READER.read(article).isPresent())
        .extracting(ArticleText::title)
        .containsExactly(
            "Amazon suspends police use of Rekognition for one year",
            "Correction: Face API is being restricted, not withdrawn",
            "Microsoft bans US police from facial recognition with Azure OpenAI (updated)",
            "Seven AI giants sign up to Biden’s voluntary safeguards",
            "We got Shutterstock wrong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We wrote ",
        "An earlier version of this article ",
        "we said \"",
        "retract our ",
        "I wrote that "
      })
  void noTextMakesItFail(String part) {
    var random = new Random(part.length());
    StringBuilder text = new StringBuilder(part.repeat(300_000 / part.length()));
    for (int i = 0; i < 1_000; i++) {
      text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0xFFFF));
    }

    assertThat(read(part, text.toString())).isNotNull();
    assertThat(read(null, part.repeat(300_000 / part.length()))).isNotNull();
  }
}
