package ai.policytracker.quickstart;

import ai.policytracker.quickstart.process.CannotStartException;
import ai.policytracker.quickstart.process.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Ingests the sample articles and follows their claims until they can be read. */
final class Samples {
  private static final Duration TIMEOUT = Duration.ofSeconds(120);

  private final Http ingest;
  private final Http query;
  private final Console console;

  Samples(Http ingest, Http query, Console console) {
    this.ingest = ingest;
    this.query = query;
    this.console = console;
  }

  /**
   * Posts the articles and waits until every claim that was found in them is in the change log.
   *
   * @throws CannotStartException if an article is refused, or claims do not arrive in time
   */
  void ingest(Path file) {
    Set<String> claims = post(file);
    ChangeLog log = new ChangeLog(query);
    boolean arrived =
        Waiting.until(
            () -> {
              log.readOn();
              console.show("Folding: " + log.countOf(claims) + " of " + claims.size() + " claims");
              return log.countOf(claims) == claims.size();
            },
            TIMEOUT);
    if (!arrived) {
      throw new CannotStartException(
          "Only %d of %d claims had reached query-service after %d s. The logs may say why."
              .formatted(log.countOf(claims), claims.size(), TIMEOUT.toSeconds()));
    }
  }

  private Set<String> post(Path file) {
    long total = countArticles(file);
    Set<String> claims = new HashSet<>();
    int answered = 0;
    try (Stream<JsonNode> answers = ingest.postLines("/v1/articles", file)) {
      for (JsonNode answer : (Iterable<JsonNode>) answers::iterator) {
        answered++;
        if (!answer.hasNonNull("articleId")) {
          throw new CannotStartException(
              "Article " + answered + " of " + file + " was refused: " + answer);
        }
        answer.path("claims").forEach(claim -> claims.add(claim.path("claimId").asText()));
        console.show(
            "Ingesting: %d of %d articles, %d claims".formatted(answered, total, claims.size()));
      }
    }
    if (answered != total) {
      throw new CannotStartException(
          "ingest-service answered for %d of %d articles.".formatted(answered, total));
    }
    return claims;
  }

  private static long countArticles(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).count();
    } catch (IOException e) {
      throw new CannotStartException("Cannot read the sample articles: " + e.getMessage(), e);
    }
  }
}
