package ai.policytracker.query.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.enterprise.context.ApplicationScoped;

/** The answers that were sent last, as many bytes as are set. */
@ApplicationScoped
class AnswerMemory {
  private static final int SHARE_OF_HEAP = 10;

  private final Cache<String, Answer> answers;
  private final int largest;

  AnswerMemory(AnswerSettings settings, MeterRegistry metrics) {
    long bytes = settings.memoryBytes().orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    largest = settings.largestKept();
    answers =
        Caffeine.newBuilder()
            // Its upkeep takes less time than to wake another thread for it.
            .executor(Runnable::run)
            .maximumWeight(bytes)
            .weigher((String key, Answer answer) -> key.length() + answer.weight())
            .recordStats()
            .build();
    CaffeineCacheMetrics.monitor(metrics, answers, "answers");
  }

  /** Null where there is none. */
  Answer get(String key) {
    return answers.getIfPresent(key);
  }

  void keep(String key, Answer answer) {
    if (answer.weight() <= largest) {
      answers.put(key, answer);
    }
  }
}
