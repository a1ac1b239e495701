package ai.policytracker.ingest.extract;

import java.util.Arrays;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;

/**
 * Gives each word the tag that is likeliest after those of the words before it. OpenNLP's own
 * search finds the same with one candidate, but also how likely each tag is: half of its time.
 */
final class Tagger {
  private static final Object[] NO_CONTEXT = {};

  private final POSContextGenerator contexts;
  private final Map<String, Context> known;
  private final String[] tags;

  /**
   * @param model without a dictionary of tags: any tag may follow any
   */
  @SuppressWarnings("unchecked")
  Tagger(POSModel model) {
    contexts = model.getFactory().getPOSContextGenerator();
    Object[] parts = model.<AbstractModel>getArtifact("pos.model").getDataStructures();
    known = (Map<String, Context>) parts[1];
    tags = (String[]) parts[2];
  }

  String[] of(String[] words) {
    String[] found = new String[words.length];
    double[] sums = new double[tags.length];
    for (int i = 0; i < words.length; i++) {
      Arrays.fill(sums, 0);
      for (String feature : contexts.getContext(i, words, found, NO_CONTEXT)) {
        add(known.get(feature), sums);
      }
      found[i] = tags[largest(sums)];
    }
    return found;
  }

  private static void add(Context feature, double[] sums) {
    if (feature == null) {
      return;
    }
    int[] outcomes = feature.getOutcomes();
    double[] weights = feature.getParameters();
    for (int k = 0; k < outcomes.length; k++) {
      sums[outcomes[k]] += weights[k];
    }
  }

  private static int largest(double[] sums) {
    int best = 0;
    for (int k = 1; k < sums.length; k++) {
      best = sums[k] > sums[best] ? k : best;
    }
    return best;
  }
}
