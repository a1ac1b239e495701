package ai.policytracker.benchmarks.extract;

import ai.policytracker.ingest.extract.ArticleText;
import ai.policytracker.ingest.extract.ClaimExtractor;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/** Reads articles in one thread, over and over, and takes the time. */
final class Reader {
  private final ClaimExtractor extractor = new ClaimExtractor();
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /**
   * @param processor time of the whole process on the one core: reading, compiler and collector
   * @param wall what passed meanwhile; more where the machine does something else too
   */
  record Pace(int articles, int claims, Duration processor, Duration wall) {
    double articlesPerSecond() {
      return articles / seconds(processor);
    }

    double articlesPerWallSecond() {
      return articles / seconds(wall);
    }

    private static double seconds(Duration time) {
      return time.toNanos() / 1e9;
    }
  }

  Pace read(List<ArticleText> articles, Duration atLeast) {
    long processorStart = system.getProcessCpuTime();
    long start = System.nanoTime();
    int read = 0;
    int claims = 0;
    Duration processor = Duration.ZERO;
    while (processor.compareTo(atLeast) < 0) {
      for (ArticleText article : articles) {
        claims += extractor.read(article).claims().size();
      }
      read += articles.size();
      processor = Duration.ofNanos(system.getProcessCpuTime() - processorStart);
    }
    return new Pace(read, claims, processor, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Processor time of this thread for one article, the least of several readings. */
  Duration once(ArticleText article, int readings) {
    var threads = ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < readings; i++) {
      long start = threads.getCurrentThreadCpuTime();
      extractor.read(article);
      least = Math.min(least, threads.getCurrentThreadCpuTime() - start);
    }
    return Duration.ofNanos(least);
  }
}
