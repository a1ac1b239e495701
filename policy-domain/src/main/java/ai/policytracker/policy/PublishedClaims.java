package ai.policytracker.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Claims of which only the publication is known. Each joins the latest announcement before its
 * publication, however old; what joins nothing founds announcements.
 */
final class PublishedClaims {
  /** The claims of one article, and the earliest start that their places rest on. */
  private static final class Article {
    private final TreeMap<String, ClaimEntry> claims = new TreeMap<>();
    private LocalDate restsOn = LocalDate.MIN;

    private LocalDate lastPublished = LocalDate.MIN;

    private void add(ClaimEntry claim) {
      claims.put(claim.claimId(), claim);
      if (claim.publishedOn().isAfter(lastPublished)) {
        lastPublished = claim.publishedOn();
      }
    }
  }

  private final Placement placement;
  private final Choice choice = new Choice(Layer.PUBLISHED);
  private final Map<String, Article> articles = new HashMap<>();
  private final Cluster alone;
  private final Set<String> dirty = new LinkedHashSet<>();

  /** By place, "" for none: the groups that dated claims founded. */
  private final Map<String, TreeMap<LocalDate, List<Group>>> index = new HashMap<>();

  private boolean indexed;

  /** Claims with a place that would join a group without one. */
  private final Map<Group, Map<String, ClaimEntry>> learners = new IdentityHashMap<>();

  private final Map<String, Group> learnsAt = new HashMap<>();

  PublishedClaims(Placement placement) {
    this.placement = placement;
    this.alone = new Cluster(placement, Layer.PUBLISHED, claim -> LocalDate.MAX);
  }

  void add(ClaimEntry claim) {
    articles.computeIfAbsent(claim.articleId(), a -> new Article()).add(claim);
    dirty.add(claim.articleId());
  }

  void remove(ClaimEntry claim) {
    Article article = articles.get(claim.articleId());
    article.claims.remove(claim.claimId());
    if (article.claims.isEmpty()) {
      articles.remove(claim.articleId());
    }
    Set<Group> relearn = new HashSet<>();
    forget(claim, relearn);
    if (alone.contains(claim)) {
      alone.remove(claim);
    }
    placement.take(claim);
    relearn.forEach(this::teach);
    dirty.add(claim.articleId());
  }

  /** Places anew what the layers before may have moved. */
  void settle() {
    if (articles.isEmpty()) {
      indexed = false;
      return;
    }
    reindex();
    if (!placement.changedStarts().isEmpty()) {
      LocalDate first = placement.changedStarts().first();
      LocalDate last = placement.changedStarts().last();
      for (Map.Entry<String, Article> entry : articles.entrySet()) {
        Article article = entry.getValue();
        if (!article.lastPublished.isBefore(first) && !article.restsOn.isAfter(last)) {
          dirty.add(entry.getKey());
        }
      }
    }
    for (String id : placement.changedArticles()) {
      if (articles.containsKey(id)) {
        dirty.add(id);
      }
    }
    Set<Group> relearn = new LinkedHashSet<>();
    for (String id : List.copyOf(dirty)) {
      if (articles.containsKey(id)) {
        place(articles.get(id), relearn);
      }
    }
    relearn.forEach(this::teach);
    dirty.clear();
  }

  private void reindex() {
    if (!indexed) {
      index.clear();
      placement.datedWithin(LocalDate.MIN, LocalDate.MAX).forEach(this::index);
      indexed = true;
      return;
    }
    for (LocalDate start : placement.changedStarts()) {
      index.values().forEach(ofPlace -> ofPlace.remove(start));
      placement.datedWithin(start, start.plusDays(1)).forEach(this::index);
    }
  }

  private void index(List<Group> sameStart) {
    for (Group group : sameStart) {
      index
          .computeIfAbsent(keyOf(choice.placeOf(group)), p -> new TreeMap<>())
          .computeIfAbsent(group.start(), s -> new ArrayList<>(1))
          .add(group);
    }
  }

  private static String keyOf(String place) {
    return Objects.requireNonNullElse(place, "");
  }

  private void place(Article article, Set<Group> relearn) {
    article.restsOn = LocalDate.MAX;
    Set<Group> taken = new HashSet<>();
    for (ClaimEntry claim : article.claims.values().stream().sorted(Choice.ORDER).toList()) {
      forget(claim, relearn);
      Group samePlace = latest(keyOf(claim.jurisdiction()), claim, taken);
      Group group = samePlace != null ? samePlace : otherwise(claim, taken);
      LocalDate restsOn = samePlace != null ? samePlace.start() : LocalDate.MIN;
      article.restsOn = restsOn.isBefore(article.restsOn) ? restsOn : article.restsOn;
      if (group == null) {
        standAlone(claim);
        continue;
      }
      taken.add(group);
      if (choice.teaches(claim, group)) {
        learners.computeIfAbsent(group, g -> new TreeMap<>()).put(claim.claimId(), claim);
        learnsAt.put(claim.claimId(), group);
        relearn.add(group);
      } else {
        join(claim, group);
      }
    }
  }

  /**
   * Not one of the claim's own place. An act without a place learns it from articles of its own
   * days, not from one that recalls, years later, an act in some place.
   */
  private Group otherwise(ClaimEntry claim, Set<Group> taken) {
    if (claim.jurisdiction() != null) {
      Group unplaced = latest("", claim, taken);
      LocalDate oldest = claim.publishedOn().minusDays(Cluster.MAX_SPAN_DAYS);
      return unplaced == null || unplaced.start().isBefore(oldest) ? null : unplaced;
    }
    List<String> places =
        index.entrySet().stream()
            .filter(e -> e.getValue().floorEntry(claim.publishedOn()) != null)
            .map(Map.Entry::getKey)
            .toList();
    return places.size() == 1 ? latest(places.getFirst(), claim, taken) : null;
  }

  private Group latest(String place, ClaimEntry claim, Set<Group> taken) {
    TreeMap<LocalDate, List<Group>> ofPlace = index.get(place);
    if (ofPlace == null) {
      return null;
    }
    for (List<Group> sameStart :
        ofPlace.headMap(claim.publishedOn(), true).descendingMap().values()) {
      Group free =
          sameStart.stream()
              .filter(g -> !taken.contains(g))
              .filter(g -> !g.holdsArticle(claim.articleId(), Layer.PUBLISHED))
              .min(choice.byAnchor())
              .orElse(null);
      if (free != null) {
        return free;
      }
    }
    return null;
  }

  /** Those that would join a group without a place do so if they agree on it. */
  private void teach(Group group) {
    Map<String, ClaimEntry> claims = learners.getOrDefault(group, Map.of());
    boolean agreed = claims.values().stream().map(ClaimEntry::jurisdiction).distinct().count() == 1;
    for (ClaimEntry claim : claims.values()) {
      if (agreed) {
        join(claim, group);
      } else {
        standAlone(claim);
      }
    }
  }

  private void forget(ClaimEntry claim, Set<Group> relearn) {
    Group group = learnsAt.remove(claim.claimId());
    if (group != null) {
      learners.computeIfPresent(
          group,
          (g, claims) -> {
            claims.remove(claim.claimId());
            return claims.isEmpty() ? null : claims;
          });
      relearn.add(group);
    }
  }

  private void join(ClaimEntry claim, Group group) {
    if (alone.contains(claim)) {
      alone.remove(claim);
    }
    placement.put(claim, group);
  }

  private void standAlone(ClaimEntry claim) {
    if (!alone.contains(claim)) {
      alone.add(claim);
    }
  }
}
