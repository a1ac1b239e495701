package ai.policytracker.ingest.article;

import ai.policytracker.event.ClaimRetracted.Reason;
import ai.policytracker.ingest.extract.ArticleText;
import ai.policytracker.ingest.extract.Notice;
import ai.policytracker.ingest.extract.Reading;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One post's transaction: locks, article, metadata, versions, claims, corrections, events. */
final class Recording {
  private static final Comparator<KnownArticle> AS_RECEIVED =
      Comparator.<KnownArticle, Instant>comparing(a -> a.article().receivedAt)
          .thenComparing(KnownArticle::id);

  private final ArticleSession articles;
  private final NoticeTable notices;
  private final Submission post;
  private final ArticleText read;
  private final Reading reading;
  private final Optional<Notice> notice;

  Recording(
      ArticleSession articles,
      NoticeTable notices,
      Submission post,
      ArticleText read,
      ReadArticle found) {
    this.articles = articles;
    this.notices = notices;
    this.post = post;
    this.read = read;
    this.reading = found.reading();
    this.notice = found.notice();
  }

  /** Empty where the reading is of something else than what is stored by now. */
  Uni<Optional<Receipt>> run() {
    return lock()
        .chain(() -> articles.find(post.articleId()))
        .chain(
            known -> {
              if (known == null) {
                return articles
                    .insert(post)
                    .chain(article -> settle(new Receipt(true, article)))
                    .map(Optional::of);
              }
              if (!known.learnsFrom(post)) {
                return Uni.createFrom().item(Optional.of(new Receipt(false, known)));
              }
              if (!known.toRead(known.after(post)).equals(read)) {
                return Uni.createFrom().item(Optional.empty());
              }
              return articles
                  .revise(known, post)
                  .chain(article -> settle(new Receipt(false, article)))
                  .map(Optional::of);
            });
  }

  private Uni<Void> lock() {
    String address = post.address();
    if (address == null) {
      return lockPublisher(List.of()).chain(() -> articles.lockArticles(Set.of(post.articleId())));
    }
    return articles
        .articlesAt(address)
        .chain(this::lockPublisher)
        .chain(() -> lockArticlesAt(address));
  }

  /** Alone where this article may correct another, or close one that does. */
  private Uni<Void> lockPublisher(List<String> known) {
    boolean alone =
        notice.isPresent() || known.stream().anyMatch(id -> !id.equals(post.articleId()));
    return alone || !reading.claims().isEmpty()
        ? notices.lockPublisher(post.publisher(), alone)
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> lockArticlesAt(String address) {
    return articles
        .lockAddress(address)
        .chain(() -> articles.articlesAt(address))
        .chain(
            ids -> {
              Set<String> concerned = new HashSet<>(ids);
              concerned.add(post.articleId());
              return articles.lockArticles(concerned);
            });
  }

  /** Versions first: an article that is superseded at once announces nothing. */
  private Uni<Receipt> settle(Receipt receipt) {
    return others()
        .flatMap(
            others ->
                supersede(receipt, others)
                    .flatMap(
                        article ->
                            article.isClosed()
                                ? Uni.createFrom().item(article)
                                : announce(article, !receipt.isNew() || !others.isEmpty()))
                    .chain(
                        article ->
                            new Corrections(articles, notices)
                                .after(
                                    article,
                                    notice,
                                    others.stream().map(KnownArticle::id).toList())))
        .map(article -> new Receipt(receipt.isNew(), article));
  }

  private Uni<KnownArticle> announce(KnownArticle article, boolean rereading) {
    return articles.publish(
        article,
        ClaimDifference.afterReading(
            article.published(),
            reading.claims(),
            article.source(reading),
            reading.extractor(),
            rereading,
            articles.now()));
  }

  /** Other texts at the same address of the publisher. */
  private Uni<List<KnownArticle>> others() {
    return post.address() == null
        ? Uni.createFrom().item(List.of())
        : articles.articlesAt(post.address()).flatMap(this::read);
  }

  private Uni<List<KnownArticle>> read(List<String> ids) {
    Uni<List<KnownArticle>> others = Uni.createFrom().item(new ArrayList<>());
    for (String id : ids) {
      if (!id.equals(post.articleId())) {
        others = others.chain(found -> articles.find(id).invoke(found::add).replaceWith(found));
      }
    }
    return others;
  }

  /**
   * Of all texts at one address of a publisher the one that was received last stands, unless one
   * that was published later says that it corrects it.
   */
  private Uni<KnownArticle> supersede(Receipt receipt, List<KnownArticle> others) {
    return corrector(receipt.article(), others)
        .chain(
            corrector ->
                corrector
                    .map(version -> closeFor(version, receipt.article()))
                    .orElseGet(() -> supersedeByLast(receipt, others)));
  }

  private Uni<Optional<KnownArticle>> corrector(KnownArticle article, List<KnownArticle> others) {
    Uni<Optional<KnownArticle>> corrector = Uni.createFrom().item(Optional.empty());
    for (KnownArticle other : others) {
      if (!other.isClosed() && article.isPublishedBefore(other)) {
        corrector =
            corrector.chain(
                found ->
                    notices
                        .find(other.id())
                        .map(
                            row ->
                                row != null && row.notice().ofThisArticle()
                                    ? Optional.of(other)
                                    : found));
      }
    }
    return corrector;
  }

  private Uni<KnownArticle> supersedeByLast(Receipt receipt, List<KnownArticle> others) {
    KnownArticle article = receipt.article();
    KnownArticle lastOther = others.stream().max(AS_RECEIVED).orElse(null);
    if (lastOther == null) {
      return Uni.createFrom().item(article);
    }
    if (!receipt.isNew() && AS_RECEIVED.compare(article, lastOther) < 0) {
      return closeFor(lastOther, article);
    }
    Uni<KnownArticle> closed = Uni.createFrom().nullItem();
    for (KnownArticle other : others) {
      closed = closed.chain(() -> closeFor(article, other));
    }
    return closed.replaceWith(article);
  }

  private Uni<KnownArticle> closeFor(KnownArticle successor, KnownArticle version) {
    return version.isClosedBy(Reason.ARTICLE_SUPERSEDED)
        ? Uni.createFrom().item(version)
        : articles.close(version, Reason.ARTICLE_SUPERSEDED, null, successor.id());
  }
}
