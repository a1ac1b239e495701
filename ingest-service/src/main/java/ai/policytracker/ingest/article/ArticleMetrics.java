package ai.policytracker.ingest.article;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts articles by what became of them. */
@ApplicationScoped
class ArticleMetrics {
  private final Counter fresh;
  private final Counter known;
  private final Counter refused;

  ArticleMetrics(MeterRegistry registry) {
    this.fresh = counter(registry, "new");
    this.known = counter(registry, "known");
    this.refused = counter(registry, "refused");
  }

  private static Counter counter(MeterRegistry registry, String result) {
    return Counter.builder("articles.received")
        .description("Articles posted, by result")
        .tag("result", result)
        .register(registry);
  }

  void received(Receipt receipt) {
    (receipt.isNew() ? fresh : known).increment();
  }

  void refused() {
    refused.increment();
  }
}
