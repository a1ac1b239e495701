package ai.policytracker.ingest.extract;

import ai.policytracker.ingest.extract.Candidates.Candidate;
import ai.policytracker.ingest.extract.LearnedNetwork.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was learned says of a candidate.
 *
 * @param told the share of such candidates that tell of a policy, 0 to 1
 * @param verdict {@link Verdict#NOTHING} where the network was not asked
 */
record Judged(Candidate candidate, double told, Verdict verdict) {
  /** Below this logit of the weights the network is not asked; nine of ten sentences are. */
  private static final double WORTH_ASKING = -1.7;

  /** Of an article: bounds the time. Few have more, and those are lists and reviews. */
  private static final int MOST_ASKED = 12;

  /** How much the weights' logit counts beside the network's. */
  private static final double SECOND_VOICE = 0.5;

  /**
   * @param logit by the weights
   * @param drafted whether the rules read something there
   */
  private record Hinted(Candidate candidate, double logit, boolean drafted) {
    private boolean isWorthAsking() {
      return drafted || logit > WORTH_ASKING;
    }
  }

  /**
   * Asks the weights of all that may tell something, the network of those where the rules read
   * something, and of the likeliest of the rest.
   */
  static List<Judged> all(List<Candidate> candidates, List<Draft> drafts) {
    List<Hinted> hinted =
        candidates.stream()
            .filter(Judged::maybeTold)
            .map(
                c ->
                    new Hinted(
                        c,
                        LearnedWeights.known().on(c.traits()),
                        drafts.stream().anyMatch(c::isOf)))
            .sorted(
                Comparator.comparing(Hinted::drafted).thenComparingDouble(Hinted::logit).reversed())
            .toList();
    List<Judged> judged = new ArrayList<>();
    for (Hinted of : hinted) {
      boolean asked = of.isWorthAsking() && judged.size() < MOST_ASKED;
      judged.add(asked ? ask(of) : new Judged(of.candidate(), share(of.logit()), Verdict.NOTHING));
    }
    return judged;
  }

  /** Of a company that others only remind of, hardly anything is told. */
  private static boolean maybeTold(Candidate candidate) {
    boolean spokenOf = candidate.does() || !candidate.told().sentence().namesCompany();
    return candidate.named() || !candidate.told().acts().isEmpty() && spokenOf;
  }

  private static Judged ask(Hinted of) {
    Verdict verdict = LearnedNetwork.known().on(Pieces.of(of.candidate()));
    double told = share(verdict.sum() + SECOND_VOICE * of.logit());
    return new Judged(of.candidate(), told, verdict);
  }

  private static double share(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }
}
