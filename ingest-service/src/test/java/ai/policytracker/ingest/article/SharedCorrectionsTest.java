package ai.policytracker.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.event.Claim;
import ai.policytracker.ingest.extract.ArticleText;
import ai.policytracker.ingest.extract.ClaimExtractor;
import ai.policytracker.ingest.extract.Notice;
import ai.policytracker.ingest.extract.NoticeReader;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of the labelled articles those claims are taken back that the labels say, and no others. */
class SharedCorrectionsTest {
  private static final Path SHARED = Path.of("..", "corpus", "shared");

  private final ClaimExtractor extractor = new ClaimExtractor();
  private final NoticeReader reader = new NoticeReader();
  private final Map<String, JsonNode> articles = byId("articles.ndjson");
  private final Map<String, JsonNode> labels = byId("gold.ndjson");

  @Test
  void whatIsTakenBackIsWhatTheLabelsSay() {
    List<String> takenBack = new ArrayList<>();
    for (JsonNode later : articles.values()) {
      reader.read(text(later)).ifPresent(notice -> takenBack.addAll(takenBackBy(later, notice)));
    }

    assertThat(takenBack).containsExactlyInAnyOrderElementsOf(wanted());
  }

  private List<String> takenBackBy(JsonNode later, Notice notice) {
    List<Claim> now = extractor.read(text(later)).claims();
    List<String> takenBack = new ArrayList<>();
    for (JsonNode earlier : articles.values()) {
      if (earlier != later && isNamed(notice, later, earlier)) {
        for (Claim claim : extractor.read(text(earlier)).claims()) {
          Rulings.of("later", notice, now, claim)
              .filter(Ruling::takesBack)
              .ifPresent(
                  _ ->
                      takenBack.add(
                          words(
                              earlier.path("id").asText(),
                              claim.company(),
                              claim.kind().name(),
                              claim.technology().slug())));
        }
      }
    }
    return takenBack;
  }

  private static boolean isNamed(Notice notice, JsonNode later, JsonNode earlier) {
    boolean day =
        notice.day() != null
            && notice.day().toString().equals(earlier.path("publishedAt").asText());
    boolean address = notice.ofThisArticle() && later.path("url").equals(earlier.path("url"));
    return later.path("publisher").equals(earlier.path("publisher")) && (day || address);
  }

  private List<String> wanted() {
    List<String> wanted = new ArrayList<>();
    for (JsonNode label : labels.values()) {
      for (JsonNode retracted : label.path("retracts")) {
        String article = retracted.asText().split("\\.")[0];
        for (JsonNode claim : labels.get(article).path("claims")) {
          if (claim.path("id").equals(retracted)) {
            wanted.add(
                words(
                    article,
                    claim.path("company").asText(),
                    claim.path("kind").asText(),
                    claim.path("technology").asText()));
          }
        }
      }
    }
    return wanted;
  }

  private static String words(String... parts) {
    return String.join(" ", parts);
  }

  private static ArticleText text(JsonNode article) {
    String published = article.path("publishedAt").textValue();
    return new ArticleText(
        article.path("publisher").textValue(),
        published == null ? null : LocalDate.parse(published),
        article.path("title").textValue(),
        article.path("text").textValue());
  }

  private static Map<String, JsonNode> byId(String file) {
    try {
      Map<String, JsonNode> byId = new HashMap<>();
      for (String line : Files.readAllLines(SHARED.resolve(file))) {
        JsonNode json = Json.MAPPER.readTree(line);
        byId.put(json.path("id").asText(), json);
      }
      return byId;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
