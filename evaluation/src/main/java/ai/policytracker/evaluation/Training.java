package ai.policytracker.evaluation;

import ai.policytracker.ingest.extract.LearnedWeights;
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
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes {@link LearnedWeights} from labelled articles. The same articles give the same weights. */
final class Training {
  /** Rarer traits tell nothing that holds elsewhere. */
  private static final int MIN_SENTENCES = 3;

  private static final double COST = 10;
  private static final double PRECISION = 1e-4;

  private final List<LabelledTelling> samples;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> traits = new ArrayList<>();
  private final List<Double> rarity = new ArrayList<>();

  /**
   * @param samples one that counts twice stands there twice
   */
  Training(List<LabelledTelling> samples) {
    this.samples = samples;
    number();
  }

  LearnedWeights learned() {
    Linear.disableDebugOutput();
    Problem problem = new Problem();
    problem.l = samples.size();
    problem.n = traits.size() + 1;
    problem.bias = 1;
    problem.x = samples.stream().map(s -> features(s.telling().traits())).toArray(Feature[][]::new);
    problem.y = samples.stream().mapToDouble(s -> s.outcomes().isEmpty() ? -1 : 1).toArray();
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, PRECISION));
    int sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] weights = model.getFeatureWeights();
    Map<String, LearnedWeights.Weight> byTrait = HashMap.newHashMap(traits.size());
    for (int i = 0; i < traits.size(); i++) {
      byTrait.put(
          traits.get(i),
          new LearnedWeights.Weight(rarity.get(i).floatValue(), (float) (sign * weights[i])));
    }
    return new LearnedWeights((float) (sign * weights[traits.size()]), byTrait);
  }

  /** Numbers the traits that count, in their own order, and says how rare each is. */
  private void number() {
    SortedMap<String, Integer> sentences = new TreeMap<>();
    samples.forEach(s -> s.telling().traits().forEach(t -> sentences.merge(t, 1, Integer::sum)));
    sentences.forEach(
        (trait, count) -> {
          if (count >= MIN_SENTENCES) {
            numbers.put(trait, traits.size());
            traits.add(trait);
            rarity.add(1 + StrictMath.log((1.0 + samples.size()) / (1.0 + count)));
          }
        });
  }

  private Feature[] features(List<String> all) {
    int[] known =
        all.stream().filter(numbers::containsKey).mapToInt(numbers::get).sorted().toArray();
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
}
