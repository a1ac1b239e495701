package ai.policytracker.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Independent publishers (folding rule 4). Articles that share a near-duplicate key, directly or
 * through a chain of copies, count as the first of them. Copies are looked for among all the claims
 * of a subject.
 */
final class Sources {
  /** An article's part in its story, as the smallest of its claim ids tells it. */
  private record Article(String id, String source, LocalDate publishedOn, List<String> copyKeys) {
    static Article of(ClaimEntry claim) {
      return new Article(claim.articleId(), claim.source(), claim.publishedOn(), claim.copyKeys());
    }
  }

  /** Connected copies, the original first. */
  private static final class Story {
    private final TreeSet<Article> copies =
        new TreeSet<>(
            Comparator.comparing(
                    Article::publishedOn,
                    Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(Article::id));

    private String source() {
      for (Article copy : copies) {
        if (copy.source() != null) {
          return copy.source();
        }
      }
      return null;
    }
  }

  /** What counted before a step: of whole stories, and of articles that leave theirs. */
  private static final class Before {
    private final Map<String, String> ofArticles = new HashMap<>();
    private final Map<Story, String> ofStories = new IdentityHashMap<>();

    private void note(Story story) {
      if (!story.copies.isEmpty()) {
        ofStories.putIfAbsent(story, story.source());
      }
    }
  }

  private final Map<String, List<ClaimEntry>> claimsOf = new HashMap<>();
  private final Map<String, Story> storyOf = new HashMap<>();
  private final Map<String, Story> storyByKey = new HashMap<>();

  /**
   * @return what other articles counted for before, by article id, where it is something else now
   */
  Map<String, String> add(ClaimEntry claim) {
    List<ClaimEntry> claims = claimsOf.get(claim.articleId());
    if (claims == null) {
      claimsOf.put(claim.articleId(), List.of(claim));
      return replace(null, null, Article.of(claim));
    }
    Article before = Article.of(claims.getFirst());
    String sourceBefore = of(claims.getFirst());
    List<ClaimEntry> more = new ArrayList<>(claims);
    more.add(claim);
    more.sort(Comparator.comparing(ClaimEntry::claimId));
    claimsOf.put(claim.articleId(), more);
    return replace(before, sourceBefore, Article.of(more.getFirst()));
  }

  /**
   * @return what articles counted for before, by article id, where it is something else now
   */
  Map<String, String> remove(ClaimEntry claim) {
    List<ClaimEntry> claims = new ArrayList<>(claimsOf.get(claim.articleId()));
    Article before = Article.of(claims.getFirst());
    String sourceBefore = of(claim);
    claims.removeIf(c -> c.claimId().equals(claim.claimId()));
    if (claims.isEmpty()) {
      claimsOf.remove(claim.articleId());
      return replace(before, sourceBefore, null);
    }
    claimsOf.put(claim.articleId(), claims);
    return replace(before, sourceBefore, Article.of(claims.getFirst()));
  }

  /** Null where neither the article nor any of its copies has a publisher or an address. */
  String of(ClaimEntry claim) {
    Story story = storyOf.get(claim.articleId());
    return story != null ? story.source() : claimsOf.get(claim.articleId()).getFirst().source();
  }

  Collection<ClaimEntry> claimsOf(String articleId) {
    return claimsOf.getOrDefault(articleId, List.of());
  }

  private Map<String, String> replace(Article before, String sourceBefore, Article after) {
    if (Objects.equals(before, after)) {
      return Map.of();
    }
    if (before == null && after.copyKeys().isEmpty()) {
      return Map.of();
    }
    boolean copies =
        (before != null && !before.copyKeys().isEmpty())
            || (after != null && !after.copyKeys().isEmpty());
    Map<String, String> changed = copies ? replaceCopy(before, after) : new HashMap<>();
    if (before != null) {
      changed.put(before.id(), sourceBefore);
    }
    return changed;
  }

  private Map<String, String> replaceCopy(Article before, Article after) {
    Before sources = new Before();
    Set<Article> rest = before == null ? Set.of() : dissolve(before, sources);
    rest.forEach(article -> join(article, sources));
    if (after != null) {
      join(after, sources);
    }
    return changedSince(sources);
  }

  private Map<String, String> changedSince(Before sources) {
    Map<String, String> changed = new HashMap<>();
    sources.ofArticles.forEach(
        (article, source) -> {
          Story story = storyOf.get(article);
          if (story != null && !Objects.equals(story.source(), source)) {
            changed.put(article, source);
          }
        });
    sources.ofStories.forEach(
        (story, source) -> {
          if (!Objects.equals(story.source(), source)) {
            story.copies.forEach(copy -> changed.putIfAbsent(copy.id(), source));
          }
        });
    return changed;
  }

  /** Takes the article's whole story apart; the others of it are to be joined again. */
  private Set<Article> dissolve(Article article, Before sources) {
    Story story = storyOf.get(article.id());
    if (story == null) {
      return Set.of();
    }
    String source = story.source();
    Set<Article> rest = new HashSet<>(story.copies);
    for (Article copy : story.copies) {
      sources.ofArticles.put(copy.id(), source);
      storyOf.remove(copy.id());
      copy.copyKeys().forEach(storyByKey::remove);
    }
    rest.remove(article);
    return rest;
  }

  private void join(Article article, Before sources) {
    if (article.copyKeys().isEmpty()) {
      return;
    }
    Story story = new Story();
    for (String key : article.copyKeys()) {
      Story other = storyByKey.get(key);
      if (other != null && other != story) {
        story = together(story, other, sources);
      }
    }
    sources.note(story);
    story.copies.add(article);
    storyOf.put(article.id(), story);
    for (String key : article.copyKeys()) {
      storyByKey.put(key, story);
    }
  }

  private Story together(Story one, Story other, Before sources) {
    Story small = other.copies.size() < one.copies.size() ? other : one;
    Story large = small == other ? one : other;
    String source = small.source();
    sources.note(large);
    for (Article copy : small.copies) {
      sources.ofArticles.putIfAbsent(copy.id(), source);
      storyOf.put(copy.id(), large);
      copy.copyKeys().forEach(key -> storyByKey.put(key, large));
    }
    large.copies.addAll(small.copies);
    return large;
  }
}
