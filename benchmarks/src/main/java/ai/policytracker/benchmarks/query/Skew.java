package ai.policytracker.benchmarks.query;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Zipf's law: the company of rank n has an n-th of what the first one has, of news and of
 * questions.
 */
final class Skew {
  private final double[] upTo;

  Skew(int companies) {
    upTo = new double[companies];
    double sum = 0;
    for (int rank = 0; rank < companies; rank++) {
      sum += 1.0 / (rank + 1);
      upTo[rank] = sum;
    }
  }

  int companies() {
    return upTo.length;
  }

  /** What each company has of a total, at least one. */
  int[] shares(int total) {
    double whole = upTo[upTo.length - 1];
    return IntStream.range(0, upTo.length)
        .map(rank -> Math.max(1, (int) Math.round(total / (whole * (rank + 1)))))
        .toArray();
  }

  int any(Random random) {
    double point = random.nextDouble() * upTo[upTo.length - 1];
    int low = 0;
    int high = upTo.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] < point) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
