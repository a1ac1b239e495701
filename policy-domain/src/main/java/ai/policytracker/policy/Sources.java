package ai.policytracker.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Independent publishers (folding rule 4). Articles that share a near-duplicate key, directly or
 * through a chain of copies, count as the first of them.
 */
final class Sources {
  private static final Comparator<ClaimEntry> ORIGINAL_FIRST =
      Comparator.comparing(
              ClaimEntry::publishedOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(ClaimEntry::articleId);

  private final Map<String, String> sourceByArticle = new HashMap<>();

  /** Copies are looked for among all the claims of a subject. */
  Sources(Collection<ClaimEntry> claims) {
    Map<String, ClaimEntry> articles = new TreeMap<>();
    claims.forEach(claim -> articles.putIfAbsent(claim.articleId(), claim));
    Map<String, String> parents = new HashMap<>();
    Map<String, String> articleByCopyKey = new HashMap<>();
    for (ClaimEntry article : articles.values()) {
      for (String key : article.copyKeys()) {
        String other = articleByCopyKey.putIfAbsent(key, article.articleId());
        if (other != null) {
          parents.put(root(parents, article.articleId()), root(parents, other));
        }
      }
    }
    Map<String, List<ClaimEntry>> stories =
        articles.values().stream()
            .collect(Collectors.groupingBy(a -> root(parents, a.articleId())));
    for (List<ClaimEntry> copies : stories.values()) {
      String source =
          copies.stream()
              .sorted(ORIGINAL_FIRST)
              .map(ClaimEntry::source)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      copies.forEach(copy -> sourceByArticle.put(copy.articleId(), source));
    }
  }

  private static String root(Map<String, String> parents, String article) {
    String root = article;
    for (String next = parents.get(root); next != null && !next.equals(root); ) {
      root = next;
      next = parents.get(root);
    }
    return root;
  }

  Set<String> of(Collection<ClaimEntry> claims) {
    Set<String> sources = new HashSet<>();
    claims.forEach(claim -> sources.add(sourceByArticle.get(claim.articleId())));
    sources.remove(null);
    return sources;
  }

  int count(Collection<ClaimEntry> claims) {
    return of(claims).size();
  }

  /** Chance that at least one independent source is right, each as sure as its surest claim. */
  double confidence(Collection<ClaimEntry> claims) {
    Map<String, Double> surest = new TreeMap<>();
    for (ClaimEntry claim : claims) {
      String source = Objects.requireNonNullElse(sourceByArticle.get(claim.articleId()), "");
      surest.merge(source, claim.confidence(), Math::max);
    }
    double allWrong = surest.values().stream().reduce(1.0, (p, c) -> p * (1 - c));
    return Math.min(0.99, Math.round((1 - allWrong) * 100) / 100.0);
  }
}
