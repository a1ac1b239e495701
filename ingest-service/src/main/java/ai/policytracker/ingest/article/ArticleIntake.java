package ai.policytracker.ingest.article;

import ai.policytracker.ingest.extract.ArticleText;
import ai.policytracker.ingest.extract.UnreadNowException;
import ai.policytracker.shell.ServiceProblems;
import ai.policytracker.shell.Transience;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Takes articles in: looks up, reads what is new, records; all of it again where that was late. */
@ApplicationScoped
class ArticleIntake {
  private static final Logger LOG = Logger.getLogger(ArticleIntake.class);
  private static final int RETRIES = 3;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

  private final ArticleStore store;
  private final ClaimReaders readers;
  private final ArticleMetrics metrics;
  private final ArticleSettings settings;
  private final Semaphore places;

  ArticleIntake(
      ArticleStore store, ClaimReaders readers, ArticleMetrics metrics, ArticleSettings settings) {
    this.store = store;
    this.readers = readers;
    this.metrics = metrics;
    this.settings = settings;
    this.places = new Semaphore(settings.inWork());
  }

  /** Blocks while as many articles as are allowed are in work; fails with 503 in the end. */
  Uni<Receipt> receive(Submission post) {
    awaitPlace();
    return attempt(post)
        .onFailure(
            failure -> !(failure instanceof UnreadNowException) && Transience.isTransient(failure))
        .retry()
        .withBackOff(FIRST_BACKOFF)
        .atMost(RETRIES)
        .onFailure(
            failure -> failure instanceof UnreadNowException || Transience.isTransient(failure))
        .transform(ServiceProblems::unavailable)
        .invoke(receipt -> report(post, receipt))
        .onTermination()
        .invoke(() -> places.release());
  }

  private Uni<Receipt> attempt(Submission post) {
    return store
        .find(post.articleId())
        .chain(
            known ->
                known == null || known.learnsFrom(post)
                    ? readAndRecord(post, known)
                    : Uni.createFrom().item(new Receipt(false, known)));
  }

  private Uni<Receipt> readAndRecord(Submission post, KnownArticle known) {
    Metadata metadata = known == null ? post.metadata().orDefaults() : known.after(post);
    ArticleText text = known == null ? post.toRead() : known.toRead(metadata);
    return (metadata.isEnglish() ? readers.read(text) : Uni.createFrom().item(ReadArticle.NOTHING))
        .chain(found -> store.record(post, text, found))
        .chain(
            recorded ->
                recorded
                    .map(receipt -> Uni.createFrom().item(receipt))
                    .orElseGet(() -> attempt(post)));
  }

  private void awaitPlace() {
    try {
      if (!places.tryAcquire(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
        throw ServiceProblems.overloaded();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ServiceProblems.overloaded();
    }
  }

  private void report(Submission post, Receipt receipt) {
    metrics.received(receipt);
    LOG.debugf(
        "articleId=%s %s, %d claims",
        post.articleId(), receipt.isNew() ? "new" : "known", receipt.article().claims().size());
  }
}
