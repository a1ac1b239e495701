package ai.policytracker.policy;

import ai.policytracker.event.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Two claims of one article are two acts: told apart by kind first, then by day. */
final class ActsOfArticles {
  private ActsOfArticles() {}

  /**
   * @param cluster claims of one subject, family and place that are close in time
   */
  static List<List<ClaimEntry>> apart(List<ClaimEntry> cluster) {
    if (articles(cluster).size() == cluster.size()) {
      return List.of(cluster);
    }
    Map<Kind, List<ClaimEntry>> kinds = new EnumMap<>(Kind.class);
    cluster.forEach(c -> kinds.computeIfAbsent(c.kind(), k -> new ArrayList<>()).add(c));
    List<List<ClaimEntry>> acts = new ArrayList<>();
    for (List<ClaimEntry> ofKind :
        kinds.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(Strictness.STRICTEST_FIRST))
            .map(Map.Entry::getValue)
            .toList()) {
      for (List<ClaimEntry> layer : layers(ofKind)) {
        acts.stream()
            .filter(act -> disjoint(act, layer))
            .findFirst()
            .ifPresentOrElse(act -> act.addAll(layer), () -> acts.add(new ArrayList<>(layer)));
      }
    }
    return acts;
  }

  /** The article that tells of most acts gives their days; the others' claims join the nearest. */
  private static List<List<ClaimEntry>> layers(List<ClaimEntry> ofKind) {
    Comparator<ClaimEntry> byDayOrDate =
        Comparator.comparing(ActsOfArticles::dayOrDate).thenComparing(ClaimEntry::claimId);
    Map<String, List<ClaimEntry>> byArticle = new HashMap<>();
    ofKind.stream()
        .sorted(byDayOrDate)
        .forEach(c -> byArticle.computeIfAbsent(c.articleId(), a -> new ArrayList<>()).add(c));
    List<List<ClaimEntry>> articles =
        byArticle.values().stream()
            .sorted(
                Comparator.<List<ClaimEntry>>comparingInt(List::size)
                    .reversed()
                    .thenComparing(claims -> claims.getFirst().articleId()))
            .toList();
    List<List<ClaimEntry>> layers = new ArrayList<>();
    articles.getFirst().forEach(claim -> layers.add(new ArrayList<>(List.of(claim))));
    for (List<ClaimEntry> claims : articles.subList(1, articles.size())) {
      List<List<ClaimEntry>> free = new ArrayList<>(layers);
      for (ClaimEntry claim : claims) {
        List<ClaimEntry> nearest =
            free.stream()
                .min(Comparator.comparingLong(layer -> distanceDays(layer.getFirst(), claim)))
                .orElseThrow();
        nearest.add(claim);
        free.removeIf(layer -> layer == nearest);
      }
    }
    return layers;
  }

  private static long distanceDays(ClaimEntry one, ClaimEntry other) {
    return Math.abs(ChronoUnit.DAYS.between(dayOrDate(one), dayOrDate(other)));
  }

  /** Claims are only compared within one chain, month or year, so a coarse date serves as well. */
  private static LocalDate dayOrDate(ClaimEntry claim) {
    if (claim.day() != null) {
      return claim.day();
    }
    return Objects.requireNonNullElse(claim.announcedOn().date(), LocalDate.EPOCH);
  }

  private static Set<String> articles(List<ClaimEntry> claims) {
    return claims.stream().map(ClaimEntry::articleId).collect(Collectors.toSet());
  }

  private static boolean disjoint(List<ClaimEntry> one, List<ClaimEntry> other) {
    Set<String> shared = new HashSet<>(articles(one));
    shared.retainAll(articles(other));
    return shared.isEmpty();
  }
}
