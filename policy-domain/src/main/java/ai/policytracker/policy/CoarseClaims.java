package ai.policytracker.policy;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Claims that tell a month, or a year: each joins the nearest announcement within it, ties to the
 * earlier; what joins nothing founds announcements of that month or year.
 */
final class CoarseClaims {
  private static final TreeMap<String, ClaimEntry> NONE = new TreeMap<>();

  private final Placement placement;
  private final Layer layer;
  private final ChronoUnit span;
  private final Map<LocalDate, TreeMap<String, ClaimEntry>> claims = new HashMap<>();
  private final Map<LocalDate, Cluster> alone = new HashMap<>();
  private final Map<String, Set<LocalDate>> datesOfArticle = new HashMap<>();
  private final Set<LocalDate> dirty = new HashSet<>();
  private final List<ClaimEntry> fresh = new ArrayList<>();

  CoarseClaims(Placement placement, Layer layer) {
    this.placement = placement;
    this.layer = layer;
    this.span = layer == Layer.MONTH ? ChronoUnit.MONTHS : ChronoUnit.YEARS;
  }

  void add(ClaimEntry claim) {
    LocalDate date = claim.announcedOn().date();
    claims.computeIfAbsent(date, d -> new TreeMap<>()).put(claim.claimId(), claim);
    boolean alone =
        datesOfArticle.computeIfAbsent(claim.articleId(), a -> new HashSet<>()).add(date);
    if (alone) {
      fresh.add(claim);
    } else {
      dirty.add(date);
    }
  }

  void remove(ClaimEntry claim) {
    LocalDate date = claim.announcedOn().date();
    claims.get(date).remove(claim.claimId());
    leaveAlone(claim, date);
    placement.take(claim);
    dirty.add(date);
  }

  /** Places anew what the layers before may have moved. */
  void settle() {
    if (claims.isEmpty()) {
      return;
    }
    placement.changedStarts().forEach(start -> dirty.add(first(start)));
    for (String article : placement.changedArticles()) {
      dirty.addAll(datesOfArticle.getOrDefault(article, Set.of()));
    }
    for (ClaimEntry claim : fresh) {
      if (!dirty.contains(claim.announcedOn().date()) && !placeAlone(claim)) {
        dirty.add(claim.announcedOn().date());
      }
    }
    fresh.clear();
    for (LocalDate date : List.copyOf(dirty)) {
      if (claims.containsKey(date)) {
        place(date);
      }
    }
    dirty.clear();
  }

  /**
   * A claim that has no sibling of its article and teaches no place changes nothing for the others.
   */
  private boolean placeAlone(ClaimEntry claim) {
    if (!claims.getOrDefault(claim.announcedOn().date(), NONE).containsKey(claim.claimId())) {
      return true;
    }
    Choice choice = new Choice(layer);
    Group group =
        choice
            .of(claim, groupsWithin(claim.announcedOn().date()), Set.of(), nearestTo(claim))
            .orElse(null);
    if (group == null || choice.teaches(claim, group)) {
      return false;
    }
    placement.put(claim, group);
    return true;
  }

  private List<Group> groupsWithin(LocalDate date) {
    List<Group> groups = new ArrayList<>();
    for (List<Group> sameStart : placement.datedWithin(date, date.plus(1, span))) {
      for (Group group : sameStart) {
        if (group.founded().compareTo(layer) < 0) {
          groups.add(group);
        }
      }
    }
    return groups;
  }

  private LocalDate first(LocalDate day) {
    return layer == Layer.MONTH ? day.withDayOfMonth(1) : day.withDayOfYear(1);
  }

  private void place(LocalDate date) {
    Map<ClaimEntry, Group> choices = choices(claims.get(date).values(), groupsWithin(date));
    choices.forEach(
        (claim, group) -> {
          if (group != null) {
            leaveAlone(claim, date);
            placement.put(claim, group);
          }
        });
    Cluster cluster =
        alone.computeIfAbsent(date, d -> new Cluster(placement, layer, claim -> date));
    List<ClaimEntry> more =
        choices.entrySet().stream()
            .filter(e -> e.getValue() == null && !cluster.contains(e.getKey()))
            .map(Map.Entry::getKey)
            .toList();
    if (more.size() == 1) {
      cluster.add(more.getFirst());
    } else if (!more.isEmpty()) {
      cluster.addAll(more);
    }
  }

  private void leaveAlone(ClaimEntry claim, LocalDate date) {
    Cluster cluster = alone.get(date);
    if (cluster != null && cluster.contains(claim)) {
      cluster.remove(claim);
    }
  }

  private Map<ClaimEntry, Group> choices(Iterable<ClaimEntry> claims, List<Group> groups) {
    Choice choice = new Choice(layer);
    Map<ClaimEntry, Group> chosen = new LinkedHashMap<>();
    Map<String, Set<Group>> takenByArticle = new HashMap<>();
    Map<Group, Set<String>> learned = new IdentityHashMap<>();
    List<ClaimEntry> inOrder = new ArrayList<>();
    claims.forEach(inOrder::add);
    inOrder.sort(Choice.ORDER);
    for (ClaimEntry claim : inOrder) {
      Set<Group> taken = takenByArticle.computeIfAbsent(claim.articleId(), a -> new HashSet<>());
      Group group = choice.of(claim, groups, taken, nearestTo(claim)).orElse(null);
      chosen.put(claim, group);
      if (group != null) {
        taken.add(group);
        if (choice.teaches(claim, group)) {
          learned.computeIfAbsent(group, g -> new HashSet<>()).add(claim.jurisdiction());
        }
      }
    }
    chosen.replaceAll((claim, group) -> choice.isContested(claim, group, learned) ? null : group);
    return chosen;
  }

  private static Comparator<Group> nearestTo(ClaimEntry claim) {
    LocalDate toldOn = Objects.requireNonNullElse(claim.publishedOn(), claim.announcedOn().date());
    return comparing((Group g) -> Math.abs(ChronoUnit.DAYS.between(g.start(), toldOn)))
        .thenComparing(Group::start);
  }
}
