package ai.policytracker.ingest.article;

import ai.policytracker.event.Claim;
import ai.policytracker.ingest.extract.Notice;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings what later articles say of claims in line with the articles and notices that there are.
 * What holds of a claim follows from these alone, so it does not matter which came first.
 */
final class Corrections {

  /** A later article that stands, and what it says of the earlier one. */
  private record Later(KnownArticle article, Notice notice) {
    /** Of two, the one published last has the last word. */
    static final Comparator<Later> AS_PUBLISHED =
        Comparator.<Later, LocalDate>comparing(
                later -> later.article.current().publishedOn(),
                Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(later -> later.article.id());

    Optional<Ruling> on(Claim claim) {
      List<Claim> now =
          article.published().stream()
              .filter(c -> !c.retracted())
              .map(c -> c.announced().claim())
              .toList();
      return Rulings.of(article.id(), notice, now, claim);
    }
  }

  private final ArticleSession articles;
  private final NoticeTable notices;

  Corrections(ArticleSession articles, NoticeTable notices) {
    this.articles = articles;
    this.notices = notices;
  }

  /**
   * After an article was recorded.
   *
   * @param closed articles that this one has closed, with whatever they said of others
   * @return the article as it stands then
   */
  Uni<KnownArticle> after(KnownArticle article, Optional<Notice> notice, List<String> closed) {
    if (article.article().publisher == null) {
      return Uni.createFrom().item(article);
    }
    return saved(article, notice)
        .chain(notices::flush)
        .chain(() -> concerned(article, notice, closed))
        .chain(
            ids ->
                articles
                    .lockArticles(ids)
                    .chain(() -> ruled(ids))
                    .chain(() -> article.claims().isEmpty() ? same(article) : rule(article)));
  }

  /** After an article was withdrawn: what it said of others no longer holds. */
  Uni<Void> afterClosing(String id) {
    return notices
        .ruledBy(id)
        .chain(ids -> articles.lockArticles(ids).chain(() -> ruled(new HashSet<>(ids))));
  }

  private static Uni<KnownArticle> same(KnownArticle article) {
    return Uni.createFrom().item(article);
  }

  private Uni<Void> saved(KnownArticle article, Optional<Notice> notice) {
    return notice
        .map(words -> notices.save(article, words))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /** Articles of which the notices of the recorded and of the closed ones may speak, or spoke. */
  private Uni<Set<String>> concerned(
      KnownArticle article, Optional<Notice> notice, List<String> closed) {
    Uni<Set<String>> ids =
        notice
            .map(words -> notices.named(article, words))
            .orElseGet(() -> Uni.createFrom().item(List.of()))
            .map(HashSet::new);
    List<String> speakers = new ArrayList<>(closed);
    notice.ifPresent(_ -> speakers.add(article.id()));
    for (String speaker : speakers) {
      ids = ids.chain(found -> notices.ruledBy(speaker).invoke(found::addAll).replaceWith(found));
    }
    return ids.invoke(found -> found.remove(article.id()));
  }

  private Uni<Void> ruled(Collection<String> ids) {
    Uni<?> done = Uni.createFrom().voidItem();
    for (String id : ids) {
      done = done.chain(() -> articles.find(id)).chain(this::rule);
    }
    return done.replaceWithVoid();
  }

  private Uni<KnownArticle> rule(KnownArticle earlier) {
    return notices
        .naming(earlier)
        .chain(ids -> speaking(ids, earlier))
        .chain(later -> articles.rule(earlier, claim -> ruling(later, claim)));
  }

  private static Ruling ruling(List<Later> later, Claim claim) {
    return later.stream()
        .sorted(Later.AS_PUBLISHED.reversed())
        .flatMap(l -> l.on(claim).stream())
        .findFirst()
        .orElse(Ruling.NONE);
  }

  private Uni<List<Later>> speaking(List<String> ids, KnownArticle earlier) {
    Uni<List<Later>> all = Uni.createFrom().item(new ArrayList<>());
    for (String id : ids) {
      all =
          all.chain(
              found ->
                  articles
                      .find(id)
                      .chain(
                          article ->
                              notices
                                  .find(id)
                                  .invoke(
                                      row -> {
                                        if (speaks(article, earlier)) {
                                          found.add(new Later(article, row.notice()));
                                        }
                                      }))
                      .replaceWith(found));
    }
    return all;
  }

  /** Nobody corrects what is published after. */
  private static boolean speaks(KnownArticle later, KnownArticle earlier) {
    return !later.isClosed() && !later.isPublishedBefore(earlier);
  }
}
