package ai.policytracker.evaluation;

import ai.policytracker.ingest.extract.Telling;
import ai.policytracker.ingest.extract.Tellings;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A sentence and a company with what the article's labels say that it tells of it.
 *
 * @param outcomes the fields of the claims that quote the sentence, such as {@code kind=BAN}; empty
 *     where it tells nothing
 * @param elsewhere whether the article has a claim of the company at all
 */
record LabelledTelling(Telling telling, SortedSet<String> outcomes, boolean elsewhere) {
  private static final List<String> FIELDS =
      List.of("modality", "technology", "audience", "activity");

  static List<LabelledTelling> in(LabelledArticle article) {
    List<LabelledTelling> all = new ArrayList<>();
    for (Telling telling : Tellings.in(article.text())) {
      List<JsonNode> own =
          article.gold().stream().filter(c -> Agreement.isOf(telling.company(), c)).toList();
      SortedSet<String> outcomes = new TreeSet<>();
      own.stream().filter(c -> isQuoted(c, telling)).forEach(c -> add(c, outcomes));
      all.add(new LabelledTelling(telling, outcomes, !own.isEmpty()));
    }
    return all;
  }

  private static void add(JsonNode claim, SortedSet<String> outcomes) {
    String stance = claim.path("stance").asText("");
    outcomes.add("kind=" + claim.path("kind").asText() + (stance.isEmpty() ? "" : ":" + stance));
    FIELDS.forEach(field -> outcomes.add(field + "=" + claim.path(field).asText()));
  }

  private static boolean isQuoted(JsonNode claim, Telling telling) {
    return claim
        .path("evidence")
        .valueStream()
        .anyMatch(
            q ->
                q.path("start").asInt() < telling.end() && q.path("end").asInt() > telling.start());
  }
}
