package ai.policytracker.evaluation;

import ai.policytracker.ingest.extract.ClaimExtractor;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;

/** How fast one thread reads, in processor time, so that what else runs does not matter. */
record Speed(int articles, Duration processorTime) {
  /** Reads them again and again; they were read before, so that the code is compiled. */
  static Speed of(List<LabelledArticle> articles, Duration atLeast) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    var extractor = new ClaimExtractor();
    long start = threads.getCurrentThreadCpuTime();
    int read = 0;
    Duration spent = Duration.ZERO;
    while (!articles.isEmpty() && spent.compareTo(atLeast) < 0) {
      articles.forEach(article -> extractor.read(article.text()));
      read += articles.size();
      spent = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    }
    return new Speed(read, spent);
  }

  double articlesPerSecond() {
    return articles / Math.max(1e-9, processorTime.toNanos() / 1e9);
  }
}
