package ai.policytracker.ingest.article;

import ai.policytracker.ingest.extract.ArticleText;
import ai.policytracker.ingest.extract.ClaimExtractor;
import ai.policytracker.ingest.extract.Reading;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads articles on threads of its own: it is work for the processor, which would stall an event
 * loop.
 */
@ApplicationScoped
class ClaimReaders {
  private final ClaimExtractor extractor;
  private final ExecutorService threads;

  ClaimReaders(ClaimExtractor extractor, ArticleSettings settings) {
    this.extractor = extractor;
    this.threads =
        Executors.newFixedThreadPool(
            settings.readers(), Thread.ofPlatform().name("reader-", 1).factory());
  }

  Uni<Reading> read(ArticleText text) {
    return Uni.createFrom().item(() -> extractor.read(text)).runSubscriptionOn(threads);
  }

  @PreDestroy
  void close() {
    threads.shutdown();
  }
}
