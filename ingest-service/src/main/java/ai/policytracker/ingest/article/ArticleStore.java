package ai.policytracker.ingest.article;

import ai.policytracker.event.ClaimRetracted.Reason;
import ai.policytracker.ingest.extract.ArticleText;
import ai.policytracker.ingest.publish.OutboxRelay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Articles, their claims and the events about them, each change in one transaction. Callers with
 * the same article, or the same page of one publisher, take turns.
 */
@ApplicationScoped
class ArticleStore {
  private final Transactions transactions;
  private final OutboxRelay relay;

  ArticleStore(Transactions transactions, OutboxRelay relay) {
    this.transactions = transactions;
    this.relay = relay;
  }

  /** Null where it is not known. */
  Uni<KnownArticle> find(String id) {
    return inTransaction((articles, _) -> articles.find(id));
  }

  /**
   * Records a post with what was read in it.
   *
   * @param read what the reading is of
   * @return empty, and nothing recorded, where somebody else has recorded something meanwhile under
   *     which the article has to be read first
   */
  Uni<Optional<Receipt>> record(Submission post, ArticleText read, ReadArticle found) {
    return inTransaction(
            (articles, notices) -> new Recording(articles, notices, post, read, found).run())
        .invoke(relay::wake);
  }

  /** Retracts the article's claims, once; null where it is not known. */
  Uni<KnownArticle> withdraw(String id, String statement) {
    return inTransaction(
            (articles, notices) ->
                notices
                    .publisherOfNotice(id)
                    .chain(publisher -> notices.lockPublisher(publisher, true))
                    .chain(() -> articles.lockArticles(Set.of(id)))
                    .chain(() -> articles.find(id))
                    .chain(
                        known ->
                            known == null || known.isClosedBy(Reason.ARTICLE_WITHDRAWN)
                                ? Uni.createFrom().item(known)
                                : withdraw(articles, notices, known, statement)))
        .invoke(relay::wake);
  }

  private static Uni<KnownArticle> withdraw(
      ArticleSession articles, NoticeTable notices, KnownArticle known, String statement) {
    return articles
        .close(known, Reason.ARTICLE_WITHDRAWN, statement, null)
        .call(closed -> new Corrections(articles, notices).afterClosing(closed.id()));
  }

  private <T> Uni<T> inTransaction(BiFunction<ArticleSession, NoticeTable, Uni<T>> work) {
    return transactions.run(
        session ->
            work.apply(
                // PostgreSQL keeps microseconds; answers show what is stored.
                new ArticleSession(session, Instant.now().truncatedTo(ChronoUnit.MICROS)),
                new NoticeTable(session)));
  }
}
