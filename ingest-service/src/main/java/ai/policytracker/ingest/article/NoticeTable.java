package ai.policytracker.ingest.article;

import ai.policytracker.ingest.extract.Notice;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The statements about notices of one transaction. Whoever records claims holds the lock of their
 * publisher with others, whoever records a notice alone: so neither misses the other. It is taken
 * before all other locks.
 */
final class NoticeTable {
  /** The third key space of the advisory locks. */
  private static final int PUBLISHER_LOCK = 3;

  private final Mutiny.Session session;

  NoticeTable(Mutiny.Session session) {
    this.session = session;
  }

  Uni<Void> lockPublisher(String publisher, boolean alone) {
    if (publisher == null) {
      return Uni.createFrom().voidItem();
    }
    String lock = alone ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
    return session
        .createNativeQuery(
            "SELECT cast(%s(:space, hashtext(lower(:publisher))) AS text)".formatted(lock),
            String.class)
        .setParameter("space", PUBLISHER_LOCK)
        .setParameter("publisher", publisher)
        .getSingleResult()
        .replaceWithVoid();
  }

  /** The publisher of the article's notice; null where it has none. */
  Uni<String> publisherOfNotice(String articleId) {
    return session.find(NoticeRow.class, articleId).map(row -> row == null ? null : row.publisher);
  }

  Uni<Void> save(KnownArticle article, Notice notice) {
    return session
        .find(NoticeRow.class, article.id())
        .chain(
            known -> {
              NoticeRow row = known == null ? new NoticeRow() : known;
              row.take(article, notice);
              return known == null ? session.persist(row) : Uni.createFrom().voidItem();
            });
  }

  /** The articles of the publisher, with claims, that the notice may mean. */
  Uni<List<String>> named(KnownArticle later, Notice notice) {
    String address = notice.ofThisArticle() ? later.address() : null;
    return session
        .createNativeQuery(
            """
            SELECT a.id FROM article a
            WHERE a.id <> :later AND lower(a.publisher) = lower(:publisher)
              AND a.id IN (
                SELECT id FROM article WHERE lower(title) = lower(:title)
                UNION SELECT article_id FROM article_metadata WHERE left(published_at, 10) = :day
                UNION SELECT article_id FROM article_metadata WHERE address = :address)
              AND EXISTS (SELECT 1 FROM claim c WHERE c.article_id = a.id)
            """,
            String.class)
        .setParameter("later", later.id())
        .setParameter("publisher", later.article().publisher)
        .setParameter("title", orNone(notice.title()))
        .setParameter("day", orNone(notice.day()))
        .setParameter("address", orNone(address))
        .getResultList();
  }

  /** Notices that may mean the article; more by the publisher than by chance. */
  Uni<List<String>> naming(KnownArticle earlier) {
    return session
        .createNativeQuery(
            """
            SELECT n.article_id FROM article_notice n
            WHERE n.article_id <> :earlier AND lower(n.publisher) = lower(:publisher)
              AND (n.named_day = :day OR lower(n.named_title) = lower(:title)
                OR n.named_address IN (SELECT address FROM article_metadata WHERE article_id = :earlier))
            """,
            String.class)
        .setParameter("earlier", earlier.id())
        .setParameter("publisher", earlier.article().publisher)
        .setParameter("day", orNone(earlier.current().publishedOn()))
        .setParameter("title", orNone(earlier.article().title))
        .getResultList();
  }

  /** Articles with claims that stand as this one's notice says. */
  Uni<List<String>> ruledBy(String later) {
    return session
        .createSelectionQuery(
            "SELECT DISTINCT articleId FROM ClaimRow WHERE ruledBy = :later", String.class)
        .setParameter("later", later)
        .getResultList();
  }

  /** The statements here are plain SQL: what was added in this transaction must be there. */
  Uni<Void> flush() {
    return session.flush();
  }

  Uni<NoticeRow> find(String articleId) {
    return session.find(NoticeRow.class, articleId);
  }

  /** Nothing that is stored is empty. */
  private static String orNone(Object value) {
    return Objects.toString(value, "");
  }
}
