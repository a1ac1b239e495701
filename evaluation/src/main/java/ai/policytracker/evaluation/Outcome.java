package ai.policytracker.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was read in one article, held against its labels.
 *
 * @param optional claims that match a label which may be left out
 * @param missed required labels that no claim matches
 */
record Outcome(
    LabelledArticle article,
    List<Hit> hits,
    List<JsonNode> optional,
    List<JsonNode> wrong,
    List<JsonNode> missed) {

  /** A required label and the claim that was found for it. */
  record Hit(JsonNode gold, JsonNode given) {}

  static Outcome of(LabelledArticle article, List<JsonNode> given) {
    List<JsonNode> required = article.required();
    Map<Integer, Integer> labels = Matching.of(required, given);
    List<Hit> hits = new ArrayList<>();
    List<JsonNode> optional = new ArrayList<>();
    List<JsonNode> wrong = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      JsonNode claim = given.get(i);
      if (labels.containsKey(i)) {
        hits.add(new Hit(required.get(labels.get(i)), claim));
      } else if (article.optional().stream().anyMatch(gold -> Agreement.matches(gold, claim))) {
        optional.add(claim);
      } else {
        wrong.add(claim);
      }
    }
    List<JsonNode> missed = new ArrayList<>();
    for (int label = 0; label < required.size(); label++) {
      if (!labels.containsValue(label)) {
        missed.add(required.get(label));
      }
    }
    return new Outcome(article, hits, optional, wrong, missed);
  }
}
