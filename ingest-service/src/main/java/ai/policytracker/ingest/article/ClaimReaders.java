package ai.policytracker.ingest.article;

import ai.policytracker.ingest.extract.ArticleText;
import ai.policytracker.ingest.extract.ClaimReader;
import ai.policytracker.ingest.extract.NoticeReader;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads articles on threads of its own: reading takes long and would stall an event loop. */
@ApplicationScoped
class ClaimReaders {
  private final ClaimReader reader;
  private final NoticeReader notices;
  private final ExecutorService threads;

  ClaimReaders(ClaimReader reader, NoticeReader notices, ArticleSettings settings) {
    this.reader = reader;
    this.notices = notices;
    this.threads =
        Executors.newFixedThreadPool(
            settings.readers(), Thread.ofPlatform().name("reader-", 1).factory());
  }

  Uni<ReadArticle> read(ArticleText text) {
    return Uni.createFrom()
        .item(() -> new ReadArticle(reader.read(text), notices.read(text)))
        .runSubscriptionOn(threads);
  }

  @PreDestroy
  void close() {
    threads.shutdown();
  }
}
