package ai.policytracker.ingest.article;

import ai.policytracker.event.Claim;
import ai.policytracker.event.ClaimEvent;
import ai.policytracker.event.ClaimRetracted.Reason;
import ai.policytracker.event.Ids;
import ai.policytracker.ingest.publish.OutboxRow;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The statements of one transaction on articles; whoever writes an article holds its lock. */
final class ArticleSession {
  /** The two key spaces of the advisory locks; addresses are locked before articles. */
  private static final int ADDRESS_LOCK = 1;

  private static final int ARTICLE_LOCK = 2;

  private final Mutiny.Session session;
  private final Instant now;

  ArticleSession(Mutiny.Session session, Instant now) {
    this.session = session;
    this.now = now;
  }

  /** When the post was received that this transaction is for. */
  Instant now() {
    return now;
  }

  Uni<Void> lockAddress(String address) {
    return lock(ADDRESS_LOCK, lockKey(address));
  }

  /** In ascending order, so that nobody waits for somebody who waits for him. */
  Uni<Void> lockArticles(Collection<String> ids) {
    Uni<Void> locked = Uni.createFrom().voidItem();
    for (int key : ids.stream().mapToInt(ArticleSession::lockKey).sorted().distinct().toArray()) {
      locked = locked.chain(() -> lock(ARTICLE_LOCK, key));
    }
    return locked;
  }

  private static int lockKey(String id) {
    return Integer.parseUnsignedInt(id, 0, 8, 16);
  }

  private Uni<Void> lock(int space, int key) {
    return session
        .createNativeQuery("SELECT cast(pg_advisory_xact_lock(:space, :key) AS text)", String.class)
        .setParameter("space", space)
        .setParameter("key", key)
        .getSingleResult()
        .replaceWithVoid();
  }

  Uni<List<String>> articlesAt(String address) {
    return session
        .createSelectionQuery(
            "SELECT DISTINCT articleId FROM MetadataRow WHERE address = :address", String.class)
        .setParameter("address", address)
        .getResultList();
  }

  /** Null where it is not known. */
  Uni<KnownArticle> find(String id) {
    return session.find(ArticleRow.class, id).onItem().ifNotNull().transformToUni(this::withRows);
  }

  private Uni<KnownArticle> withRows(ArticleRow article) {
    return Uni.combine()
        .all()
        .unis(
            rowsOf(article.id, MetadataRow.class, "revision"),
            rowsOf(article.id, ClosingRow.class, "closedAt"),
            rowsOf(article.id, ClaimRow.class, "claimId"))
        // A session takes one statement at a time.
        .usingConcurrencyOf(1)
        .with(
            (metadata, closings, claims) -> new KnownArticle(article, metadata, closings, claims));
  }

  private <T> Uni<List<T>> rowsOf(String articleId, Class<T> row, String order) {
    String query =
        "FROM %s WHERE articleId = :id ORDER BY %s".formatted(row.getSimpleName(), order);
    return Uni.createFrom()
        .deferred(
            () ->
                session
                    .createSelectionQuery(query, row)
                    .setParameter("id", articleId)
                    .getResultList());
  }

  Uni<KnownArticle> insert(Submission post) {
    ArticleRow article = new ArticleRow();
    article.id = post.articleId();
    article.publisher = post.publisher();
    article.title = post.title();
    article.text = post.text();
    article.textHash = Ids.textHash(post.text());
    article.receivedAt = now;
    MetadataRow metadata = metadata(article, 1, post.metadata().orDefaults());
    return session
        .persistAll(article, metadata)
        .replaceWith(new KnownArticle(article, List.of(metadata), List.of(), List.of()));
  }

  /** Adds what the post tells to the metadata. */
  Uni<KnownArticle> revise(KnownArticle known, Submission post) {
    int revision = known.metadata().getLast().revision + 1;
    MetadataRow row = metadata(known.article(), revision, known.after(post));
    return session
        .persist(row)
        .replaceWith(
            new KnownArticle(
                known.article(), with(known.metadata(), row), known.closings(), known.claims()));
  }

  private MetadataRow metadata(ArticleRow article, int revision, Metadata metadata) {
    MetadataRow row = new MetadataRow();
    row.articleId = article.id;
    row.revision = revision;
    row.url = metadata.url();
    row.address = ArticleIds.address(article.publisher, metadata.url());
    row.publishedAt = metadata.publishedAt();
    row.language = metadata.language();
    row.receivedAt = now;
    return row;
  }

  /** Retracts what stands of the article, for good. */
  Uni<KnownArticle> close(KnownArticle known, Reason cause, String statement, String successor) {
    ClosingRow row = new ClosingRow();
    row.articleId = known.id();
    row.cause = cause;
    row.statement = statement;
    row.supersededBy = successor;
    row.closedAt = now;
    KnownArticle closed =
        new KnownArticle(
            known.article(), known.metadata(), with(known.closings(), row), known.claims());
    return session
        .persist(row)
        .chain(() -> publish(closed, ClaimDifference.retractions(closed.published(), cause, now)));
  }

  /** Keeps claims and outbox in step: each event is in both, or in neither. */
  Uni<KnownArticle> publish(KnownArticle article, List<ClaimEvent> events) {
    Map<String, ClaimRow> claims = new LinkedHashMap<>();
    article.claims().forEach(row -> claims.put(row.claimId, row));
    List<Object> added = new ArrayList<>();
    for (ClaimEvent event : events) {
      claims
          .computeIfAbsent(
              event.claimId(),
              _ -> {
                ClaimRow row = new ClaimRow();
                added.add(row);
                return row;
              })
          .take(event);
      added.add(OutboxRow.of(event, now));
    }
    return session
        .persistAll(added.toArray())
        .replaceWith(
            new KnownArticle(
                article.article(),
                article.metadata(),
                article.closings(),
                List.copyOf(claims.values())));
  }

  /**
   * Publishes what is new of what later articles say of its claims.
   *
   * @param rulings what holds of a claim by now
   */
  Uni<KnownArticle> rule(KnownArticle article, Function<Claim, Ruling> rulings) {
    List<OutboxRow> added = new ArrayList<>();
    for (ClaimRow claim : article.claims()) {
      Ruling ruling = rulings.apply(claim.published().announced().claim());
      claim.rule(ruling, now).ifPresent(event -> added.add(OutboxRow.of(event, now)));
    }
    return session.persistAll(added.toArray()).replaceWith(article);
  }

  private static <T> List<T> with(List<T> rows, T row) {
    return Stream.concat(rows.stream(), Stream.of(row)).toList();
  }
}
