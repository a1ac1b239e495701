package ai.policytracker.evaluation;

import ai.policytracker.event.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** How well a set of articles was read. */
record Score(String corpus, List<Outcome> outcomes) {

  /** How many of those that were asked are right. */
  record Share(int right, int asked) {
    double value() {
      return Tally.share(right, asked);
    }
  }

  /**
   * @param ceiling true where less is better
   */
  record Measure(double value, boolean ceiling) {
    boolean holds(double floor) {
      return ceiling ? value <= floor : value >= floor;
    }
  }

  Tally all() {
    return tally(_ -> true);
  }

  Tally of(Kind kind) {
    return tally(claim -> claim.path("kind").asText().equals(kind.name()));
  }

  private Tally tally(Predicate<JsonNode> counted) {
    return new Tally(
        count(outcome -> outcome.hits().stream().map(Outcome.Hit::gold).toList(), counted),
        count(Outcome::wrong, counted),
        count(Outcome::missed, counted));
  }

  private int count(Function<Outcome, List<JsonNode>> part, Predicate<JsonNode> counted) {
    return (int) outcomes.stream().map(part).flatMap(Collection::stream).filter(counted).count();
  }

  Share of(Slot slot) {
    List<Boolean> asked =
        hits().stream()
            .map(hit -> Agreement.slots(hit.gold(), hit.given()).get(slot))
            .flatMap(right -> Optional.ofNullable(right).stream())
            .toList();
    return new Share((int) asked.stream().filter(right -> right).count(), asked.size());
  }

  Share evidence() {
    return new Share(
        (int)
            hits().stream()
                .filter(hit -> Agreement.evidenceOverlaps(hit.gold(), hit.given()))
                .count(),
        hits().size());
  }

  List<Outcome.Hit> hits() {
    return outcomes.stream().flatMap(outcome -> outcome.hits().stream()).toList();
  }

  double wrongPer100Articles() {
    return 100.0 * all().wrong() / Math.max(1, outcomes.size());
  }

  /** Articles that no label speaks of, not even one that may be left out. */
  int silentArticles() {
    return silent().size();
  }

  int wrongInSilentArticles() {
    return silent().stream().mapToInt(outcome -> outcome.wrong().size()).sum();
  }

  private List<Outcome> silent() {
    return outcomes.stream().filter(outcome -> outcome.article().gold().isEmpty()).toList();
  }

  int optional() {
    return outcomes.stream().mapToInt(outcome -> outcome.optional().size()).sum();
  }

  /** By the names that {@code corpus/floors.properties} has for them. */
  SortedMap<String, Measure> measures() {
    SortedMap<String, Measure> measures = new TreeMap<>();
    add(measures, "", all());
    for (Kind kind : Kind.values()) {
      add(measures, kind + ".", of(kind));
    }
    for (Slot slot : Slot.values()) {
      measures.put(slot.field(), new Measure(of(slot).value(), false));
    }
    measures.put("evidence", new Measure(evidence().value(), false));
    measures.put("falseClaimsPer100Articles", new Measure(wrongPer100Articles(), true));
    measures.put("falseClaimsInSilentArticles", new Measure(wrongInSilentArticles(), true));
    measures.put("calibrationError", new Measure(Calibration.of(outcomes).error(), true));
    return measures;
  }

  private static void add(Map<String, Measure> measures, String prefix, Tally tally) {
    measures.put(prefix + "precision", new Measure(tally.precision(), false));
    measures.put(prefix + "recall", new Measure(tally.recall(), false));
    measures.put(prefix + "f1", new Measure(tally.f1(), false));
  }
}
