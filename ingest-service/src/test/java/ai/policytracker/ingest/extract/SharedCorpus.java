package ai.policytracker.ingest.extract;

import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The articles of {@code corpus/shared}, for tests that need many texts that read like news. */
final class SharedCorpus {
  private SharedCorpus() {}

  /** One JSON object a line, as the extract command takes them. */
  static List<String> lines() throws IOException {
    return Files.readAllLines(Path.of("..", "corpus", "shared", "articles.ndjson"));
  }

  static List<ArticleText> articles() throws IOException {
    return lines().stream().map(SharedCorpus::article).toList();
  }

  private static ArticleText article(String line) {
    try {
      JsonNode json = Json.MAPPER.readTree(line);
      String published = json.path("publishedAt").textValue();
      return new ArticleText(
          json.path("publisher").textValue(),
          published == null ? null : LocalDate.parse(published.substring(0, 10)),
          json.path("title").textValue(),
          json.path("text").textValue());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** All that is read, to the byte. */
  static String read(ArticleText article) {
    return new ClaimExtractor()
        .read(article).claims().stream()
            .map(claim -> ClaimJson.of(claim).toString())
            .collect(Collectors.joining("\n"));
  }
}
