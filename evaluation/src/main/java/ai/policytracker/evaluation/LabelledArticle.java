package ai.policytracker.evaluation;

import ai.policytracker.ingest.extract.ArticleText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * @param gold the claims that a careful reader finds; those that are not {@code required} may be
 *     left out
 */
record LabelledArticle(String id, ArticleText text, List<JsonNode> gold) {
  List<JsonNode> required() {
    return gold.stream().filter(claim -> claim.path("required").asBoolean(true)).toList();
  }

  List<JsonNode> optional() {
    return gold.stream().filter(claim -> !claim.path("required").asBoolean(true)).toList();
  }
}
