package ai.policytracker.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Labels and claims of one article, one to one: as many pairs as can be, closest first. */
final class Matching {
  private final List<JsonNode> gold;
  private final List<JsonNode> given;

  /** Index of a claim that was read to the index of its label. */
  private final Map<Integer, Integer> labels = new LinkedHashMap<>();

  private Matching(List<JsonNode> gold, List<JsonNode> given) {
    this.gold = gold;
    this.given = given;
  }

  /** Index into {@code given} to index into {@code gold}. */
  static Map<Integer, Integer> of(List<JsonNode> gold, List<JsonNode> given) {
    var matching = new Matching(gold, given);
    for (int label = 0; label < gold.size(); label++) {
      matching.place(label, new HashSet<>());
    }
    return matching.labels;
  }

  /** Moves other labels to claims that fit them too, where that makes room. */
  private boolean place(int label, Set<Integer> tried) {
    List<Integer> fitting =
        IntStream.range(0, given.size())
            .filter(claim -> !tried.contains(claim))
            .filter(claim -> Agreement.matches(gold.get(label), given.get(claim)))
            .boxed()
            .sorted(
                Comparator.comparingInt(
                    claim -> -Agreement.closeness(gold.get(label), given.get(claim))))
            .toList();
    for (int claim : fitting) {
      tried.add(claim);
      if (!labels.containsKey(claim) || place(labels.get(claim), tried)) {
        labels.put(claim, label);
        return true;
      }
    }
    return false;
  }
}
