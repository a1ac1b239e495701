package ai.policytracker.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.policytracker.shell.Problems.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SubmissionRulesTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final ArticleSettings SETTINGS = Settings.with(Map.of());
  static final List<BadArticles> BAD = BadArticles.ALL;

  @Test
  void takesAWholeArticle() throws IOException {
    Submission post =
        check(
            """
            {"url":"https://example.org/1","publisher":" Wire ","publishedAt":"2020-06-11T09:30:00-07:00",
             "title":"Title","text":" kept as it is\\n\\ud83d\\ude00","language":"en-GB","html":null}""");

    assertThat(post.publisher()).isEqualTo("Wire");
    assertThat(post.text()).isEqualTo(" kept as it is\n\uD83D\uDE00");
    assertThat(post.metadata())
        .isEqualTo(new Metadata("https://example.org/1", "2020-06-11T09:30:00-07:00", "en-GB"));
  }

  @Test
  void textAloneIsEnough() throws IOException {
    Submission post = check("{\"text\":\"a\",\"title\":\" \"}");

    assertThat(post.title()).isNull();
    assertThat(post.metadata().orDefaults()).isEqualTo(new Metadata(null, null, "en"));
  }

  @Test
  void todayMayHaveBegunElsewhere() throws IOException {
    assertThat(check("{\"text\":\"a\",\"publishedAt\":\"2026-11-23\"}")).isNotNull();
    assertThat(refusal("{\"text\":\"a\",\"publishedAt\":\"2026-11-24\"}"))
        .extracting(HttpProblem::getStatusCode)
        .isEqualTo(400);
  }

  @ParameterizedTest
  @FieldSource("BAD")
  void namesTheFieldThatIsWrong(BadArticles bad) {
    HttpProblem refusal = refusal(bad.body());

    assertThat(refusal.getStatusCode()).isEqualTo(bad.status());
    assertThat(errors(refusal)).extracting(FieldError::pointer).containsExactly(bad.pointer());
  }

  @Test
  void reportsAllMistakesAtOnce() {
    HttpProblem refusal = refusal("{\"url\":\"x\",\"language\":\"xx\",\"date\":\"2020\"}");

    assertThat(errors(refusal))
        .extracting(FieldError::pointer)
        .containsExactly("/date", "/text", "/url", "/language");
  }

  @Test
  void readsNoFurtherThanItMust() {
    long[] served = {0};
    InputStream endless =
        new InputStream() {
          private final byte[] head = "{\"text\":\"".getBytes(StandardCharsets.UTF_8);

          @Override
          public int read() {
            return served[0] < head.length
                ? head[(int) served[0]++]
                : 'a' + (int) (served[0]++ % 7);
          }
        };

    HttpProblem refusal = refusal(endless);

    assertThat(errors(refusal)).extracting(FieldError::pointer).containsExactly("/text");
    assertThat(served[0]).isLessThan(2_000_000);
  }

  private static HttpProblem refusal(String body) {
    return refusal(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static HttpProblem refusal(InputStream body) {
    return catchThrowableOfType(HttpProblem.class, () -> check(body));
  }

  @SuppressWarnings("unchecked")
  private static List<FieldError> errors(HttpProblem problem) {
    return (List<FieldError>) problem.getParameters().get("errors");
  }

  private static Submission check(String body) throws IOException {
    return check(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Submission check(InputStream body) throws IOException {
    StringFields.Reader reader = new StringFields.Reader(SETTINGS.maxTextChars());
    return SubmissionRules.check(reader.read(body, SubmissionRules.FIELDS), SETTINGS, NOON);
  }
}
