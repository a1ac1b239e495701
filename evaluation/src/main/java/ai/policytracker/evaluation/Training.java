package ai.policytracker.evaluation;

import ai.policytracker.ingest.extract.LearnedWeights;
import ai.policytracker.ingest.extract.Telling;
import ai.policytracker.ingest.extract.Tellings;
import com.fasterxml.jackson.databind.JsonNode;
import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Makes {@link LearnedWeights} from labelled articles. The same articles give the same weights. */
final class Training {
  /** Rarer traits tell nothing that holds elsewhere. */
  private static final int MIN_SENTENCES = 3;

  private static final double COST = 20;
  private static final double PRECISION = 1e-4;

  /** Of an article over that of a brief: briefs are written for variety, articles as news is. */
  private static final int WEIGHT_OF_ARTICLES = 2;

  private final List<Sample> samples = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> traits = new ArrayList<>();
  private final List<Double> rarity = new ArrayList<>();

  /**
   * @param outcomes what the sentence tells of the company; empty for nothing
   */
  private record Sample(List<String> traits, Set<String> outcomes, int weight) {}

  LearnedWeights of(List<LabelledArticle> articles, List<LabelledArticle> briefs) {
    Linear.disableDebugOutput();
    articles.forEach(article -> add(article, WEIGHT_OF_ARTICLES));
    briefs.forEach(brief -> add(brief, 1));
    number();
    List<String> outcomes = new ArrayList<>();
    outcomes.add(LearnedWeights.TOLD);
    SortedSet<String> kinds = new TreeSet<>();
    samples.forEach(sample -> kinds.addAll(sample.outcomes()));
    outcomes.addAll(kinds);
    float[] intercepts = new float[outcomes.size()];
    float[][] weights = new float[traits.size()][outcomes.size() + 1];
    for (int i = 0; i < weights.length; i++) {
      weights[i][0] = rarity.get(i).floatValue();
    }
    List<Sample> told = samples.stream().filter(s -> !s.outcomes().isEmpty()).toList();
    for (int k = 0; k < outcomes.size(); k++) {
      String outcome = outcomes.get(k);
      double[] learned =
          k == 0
              ? learn(weighted(), s -> !s.outcomes().isEmpty(), LearnedWeights::tellsWhether)
              : learn(told, s -> s.outcomes().contains(outcome), LearnedWeights::tellsWhich);
      for (int i = 0; i < weights.length; i++) {
        weights[i][k + 1] = (float) learned[i];
      }
      intercepts[k] = (float) learned[weights.length];
    }
    return new LearnedWeights(outcomes, intercepts, byTrait(weights));
  }

  private void add(LabelledArticle article, int weight) {
    for (Telling telling : Tellings.in(article.text())) {
      Set<String> outcomes = new LinkedHashSet<>();
      for (JsonNode claim : article.gold()) {
        if (Agreement.isOf(telling.company(), claim) && isQuoted(claim, telling)) {
          outcomes.add(
              LearnedWeights.outcome(
                  claim.path("kind").asText(),
                  claim.path("stance").textValue(),
                  claim.path("modality").asText().equals("DENIED")));
          outcomes.add(LearnedWeights.AUDIENCE + claim.path("audience").asText());
          outcomes.add(LearnedWeights.TECHNOLOGY + claim.path("technology").asText());
        }
      }
      samples.add(new Sample(telling.traits(), outcomes, weight));
    }
  }

  private static boolean isQuoted(JsonNode claim, Telling telling) {
    return claim
        .path("evidence")
        .valueStream()
        .anyMatch(
            q ->
                q.path("start").asInt() < telling.end() && q.path("end").asInt() > telling.start());
  }

  /** An error of weight two counts as two. */
  private List<Sample> weighted() {
    return samples.stream()
        .flatMap(sample -> IntStream.range(0, sample.weight()).mapToObj(unused -> sample))
        .toList();
  }

  /** Numbers the traits that count, in their own order, and says how rare each is. */
  private void number() {
    SortedMap<String, Integer> sentences = new TreeMap<>();
    samples.forEach(
        sample -> sample.traits().forEach(trait -> sentences.merge(trait, 1, Integer::sum)));
    sentences.forEach(
        (trait, count) -> {
          if (count >= MIN_SENTENCES) {
            numbers.put(trait, traits.size());
            traits.add(trait);
            rarity.add(1 + StrictMath.log((1.0 + samples.size()) / (1.0 + count)));
          }
        });
  }

  /** The weights of all traits, then the intercept. */
  private double[] learn(List<Sample> from, Predicate<Sample> right, Predicate<String> counts) {
    Problem problem = new Problem();
    problem.l = from.size();
    problem.n = traits.size() + 1;
    problem.bias = 1;
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i] = features(from.get(i).traits(), counts);
      problem.y[i] = right.test(from.get(i)) ? 1 : -1;
    }
    double cost = from.size() > samples.size() ? COST / WEIGHT_OF_ARTICLES : COST;
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, cost, PRECISION));
    int sign = model.getLabels()[0] == 1 ? 1 : -1;
    return Arrays.stream(model.getFeatureWeights()).map(weight -> sign * weight).toArray();
  }

  private Feature[] features(List<String> all, Predicate<String> counts) {
    int[] known =
        all.stream()
            .filter(counts)
            .filter(numbers::containsKey)
            .mapToInt(numbers::get)
            .sorted()
            .toArray();
    double length = Math.sqrt(Arrays.stream(known).mapToDouble(n -> square(rarity.get(n))).sum());
    Feature[] features = new Feature[known.length + 1];
    for (int i = 0; i < known.length; i++) {
      features[i] = new FeatureNode(known[i] + 1, rarity.get(known[i]) / length);
    }
    features[known.length] = new FeatureNode(traits.size() + 1, 1);
    return features;
  }

  private static double square(double x) {
    return x * x;
  }

  private Map<String, float[]> byTrait(float[][] weights) {
    Map<String, float[]> byTrait = HashMap.newHashMap(weights.length);
    for (int i = 0; i < weights.length; i++) {
      byTrait.put(traits.get(i), weights[i]);
    }
    return byTrait;
  }
}
