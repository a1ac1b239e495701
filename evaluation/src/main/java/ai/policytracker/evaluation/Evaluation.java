package ai.policytracker.evaluation;

import ai.policytracker.ingest.extract.ClaimExtractor;
import ai.policytracker.ingest.extract.ClaimJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads a corpus as {@code ./tracker extract} would, and scores what is read. */
final class Evaluation {
  private final ClaimExtractor extractor = new ClaimExtractor();

  Score of(Corpus corpus) {
    return new Score(
        corpus.name(),
        corpus.articles().stream().map(article -> Outcome.of(article, read(article))).toList());
  }

  private List<JsonNode> read(LabelledArticle article) {
    return extractor.read(article.text()).claims().stream().<JsonNode>map(ClaimJson::of).toList();
  }
}
