package ai.policytracker.ingest.article;

import ai.policytracker.shell.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Set;

/** Reads posted bodies; what is refused is read to its end without being kept. */
@ApplicationScoped
class SubmissionReader {
  private static final String REASON = "reason";
  private static final int SKIP_BYTES = 1 << 16;

  private final ArticleSettings settings;
  private final ArticleMetrics metrics;
  private final StringFields.Reader fields;

  SubmissionReader(ArticleSettings settings, ArticleMetrics metrics) {
    this.settings = settings;
    this.metrics = metrics;
    this.fields =
        new StringFields.Reader(Math.max(settings.maxTextChars(), settings.maxHtmlChars()));
  }

  /**
   * @throws HttpProblem 400 or 413, naming the fields; the body has been drained, as far as the
   *     settings allow, so that its sender reads the answer
   */
  Submission article(InputStream body) {
    try {
      try {
        return SubmissionRules.check(
            fields.read(body, SubmissionRules.FIELDS), settings, Instant.now());
      } catch (HttpProblem refusal) {
        metrics.refused();
        drain(body);
        throw refusal;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The reason of a retraction.
   *
   * @throws HttpProblem as for an article
   */
  String reason(InputStream body) {
    try {
      try {
        StringFields read = fields.read(body, Set.of(REASON));
        if (!read.errors().isEmpty()) {
          throw Problems.invalid(read.errors());
        }
        return checkReason(read.values().get(REASON));
      } catch (HttpProblem refusal) {
        drain(body);
        throw refusal;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String checkReason(String reason) {
    if (reason == null || reason.isBlank()) {
      throw Problems.invalid("/reason", "is missing; say why the article was withdrawn");
    }
    if (reason.length() > settings.maxTitleChars()) {
      throw Problems.invalid(
          "/reason", "has more than %d characters".formatted(settings.maxTitleChars()));
    }
    return reason.strip();
  }

  private void drain(InputStream body) throws IOException {
    byte[] skipped = new byte[SKIP_BYTES];
    long left = settings.drainBytes();
    int read = body.read(skipped);
    while (read >= 0 && left > 0) {
      left -= read;
      read = body.read(skipped);
    }
  }
}
