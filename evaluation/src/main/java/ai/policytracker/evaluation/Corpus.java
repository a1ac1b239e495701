package ai.policytracker.evaluation;

import ai.policytracker.ingest.extract.ArticleText;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A set of labelled articles: a folder with {@code articles.ndjson} and {@code gold.ndjson}. */
record Corpus(String name, List<LabelledArticle> articles) {
  private static final int ISO_DATE_CHARS = 10;

  /** A label or an article that is not as {@code corpus/README.md} says. */
  static final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedException(String message) {
      super(message);
    }
  }

  /**
   * @throws MalformedException where an article or a label is wrong: all that is, a line each
   */
  static Corpus read(String name, Path folder) throws IOException {
    Map<String, JsonNode> articles = lines(folder.resolve("articles.ndjson"));
    Map<String, JsonNode> gold = lines(folder.resolve("gold.ndjson"));
    List<String> wrong = new ArrayList<>();
    List<LabelledArticle> labelled = new ArrayList<>();
    gold.keySet().stream()
        .filter(id -> !articles.containsKey(id))
        .forEach(id -> wrong.add(id + ": there is no such article"));
    articles.forEach(
        (id, article) -> {
          JsonNode claims = gold.getOrDefault(id, Json.MAPPER.missingNode()).path("claims");
          if (claims.isArray()) {
            wrong.addAll(Labels.wrong(id, claims, article.path("text").asText()));
            labelled.add(new LabelledArticle(id, text(article), claims.valueStream().toList()));
          } else {
            wrong.add(id + ": has no line with a list of claims in gold.ndjson");
          }
        });
    if (!wrong.isEmpty()) {
      throw new MalformedException(folder + "\n  " + String.join("\n  ", wrong));
    }
    return new Corpus(name, labelled);
  }

  private static ArticleText text(JsonNode article) {
    String published = article.path("publishedAt").textValue();
    return new ArticleText(
        article.path("publisher").textValue(),
        published == null ? null : LocalDate.parse(published.substring(0, ISO_DATE_CHARS)),
        article.path("title").textValue(),
        article.path("text").asText());
  }

  private static Map<String, JsonNode> lines(Path file) throws IOException {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        JsonNode json = Json.MAPPER.readTree(line);
        if (!json.path("id").isTextual() || byId.put(json.get("id").textValue(), json) != null) {
          throw new MalformedException(file + ":" + number + ": no id, or one that was there");
        }
      } catch (JsonProcessingException e) {
        throw new MalformedException(file + ":" + number + ": " + e.getOriginalMessage());
      }
    }
    return byId;
  }
}
