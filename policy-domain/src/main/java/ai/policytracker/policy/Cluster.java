package ai.policytracker.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Claims that are close in time, and the acts that they tell of (folding rules 1 and 2): first told
 * apart by place, then again by days, then by article. A claim more or less that does not change
 * how they are told apart costs the same whatever their number.
 */
final class Cluster {
  static final int MAX_GAP_DAYS = 3;
  static final int MAX_SPAN_DAYS = 10;

  /** Claims of one place that are close in time, and the groups that they found. */
  private static final class Part {
    private final TreeMap<LocalDate, Integer> claimsByDay = new TreeMap<>();
    private final List<Group> groups = new ArrayList<>(1);
  }

  private final Placement placement;
  private final Layer layer;
  private final Function<ClaimEntry, LocalDate> dayOf;
  private final Map<String, ClaimEntry> claims = new HashMap<>();
  private final Map<String, Integer> statedPlaces = new HashMap<>(2);
  private final Map<String, List<Part>> partsByPlace = new HashMap<>(2);
  private final Map<String, Integer> claimsByArticle = new HashMap<>();

  /** Whether an article tells of an act with a place and of one without. */
  private boolean toldApart;

  /**
   * @param dayOf where a claim lies; the same day for all claims of one month, one year or no date
   */
  Cluster(Placement placement, Layer layer, Function<ClaimEntry, LocalDate> dayOf) {
    this.placement = placement;
    this.layer = layer;
    this.dayOf = dayOf;
  }

  boolean contains(ClaimEntry claim) {
    return claims.containsKey(claim.claimId());
  }

  void addAll(Collection<ClaimEntry> more) {
    more.forEach(this::count);
    rebuild();
  }

  void add(ClaimEntry claim) {
    boolean newPlace =
        claim.jurisdiction() != null && !statedPlaces.containsKey(claim.jurisdiction());
    boolean newArticle = !claimsByArticle.containsKey(claim.articleId());
    count(claim);
    Part part = newPlace || !newArticle ? null : partAround(claim);
    if (part == null || part.groups.size() != 1) {
      rebuild();
      return;
    }
    part.claimsByDay.merge(dayOf.apply(claim), 1, Integer::sum);
    placement.put(claim, part.groups.getFirst());
  }

  void remove(ClaimEntry claim) {
    Part part = partAround(claim);
    discount(claim);
    placement.take(claim);
    boolean lastOfPlace =
        claim.jurisdiction() != null && !statedPlaces.containsKey(claim.jurisdiction());
    boolean onlyOfDay = part == null || part.claimsByDay.get(dayOf.apply(claim)) == 1;
    boolean others = claimsByArticle.containsKey(claim.articleId());
    if (lastOfPlace || onlyOfDay || others || part.groups.size() != 1) {
      rebuild();
    } else {
      part.claimsByDay.merge(dayOf.apply(claim), -1, Integer::sum);
    }
  }

  void dissolve() {
    partsByPlace
        .values()
        .forEach(parts -> parts.forEach(p -> p.groups.forEach(placement::dissolve)));
    partsByPlace.clear();
  }

  private void count(ClaimEntry claim) {
    claims.put(claim.claimId(), claim);
    claimsByArticle.merge(claim.articleId(), 1, Integer::sum);
    if (claim.jurisdiction() != null) {
      statedPlaces.merge(claim.jurisdiction(), 1, Integer::sum);
    }
  }

  private void discount(ClaimEntry claim) {
    claims.remove(claim.claimId());
    claimsByArticle.merge(claim.articleId(), -1, Cluster::sumOrNone);
    if (claim.jurisdiction() != null) {
      statedPlaces.merge(claim.jurisdiction(), -1, Cluster::sumOrNone);
    }
  }

  private static Integer sumOrNone(int a, int b) {
    return a + b == 0 ? null : a + b;
  }

  /**
   * One stated place, or none, is one act; of several each is its own, and so is "not said". The
   * same where an article tells of the one and of the other.
   */
  private String bucketOf(ClaimEntry claim) {
    boolean one = statedPlaces.size() <= 1 && !toldApart;
    return one ? "" : Objects.requireNonNullElse(claim.jurisdiction(), "");
  }

  private boolean isToldApart() {
    Set<String> placed = new HashSet<>();
    Set<String> unplaced = new HashSet<>();
    claims.values().forEach(c -> (c.jurisdiction() == null ? unplaced : placed).add(c.articleId()));
    placed.retainAll(unplaced);
    return !placed.isEmpty();
  }

  private Part partAround(ClaimEntry claim) {
    LocalDate day = dayOf.apply(claim);
    for (Part part : partsByPlace.getOrDefault(bucketOf(claim), List.of())) {
      if (!day.isBefore(part.claimsByDay.firstKey()) && !day.isAfter(part.claimsByDay.lastKey())) {
        return part;
      }
    }
    return null;
  }

  private void rebuild() {
    dissolve();
    if (claims.size() == 1) {
      partsByPlace.put("", List.of(part(List.copyOf(claims.values()))));
      toldApart = false;
      return;
    }
    toldApart = claimsByArticle.size() < claims.size() && isToldApart();
    Map<String, List<ClaimEntry>> buckets = new TreeMap<>();
    claims
        .values()
        .forEach(c -> buckets.computeIfAbsent(bucketOf(c), b -> new ArrayList<>()).add(c));
    buckets.forEach(
        (place, bucket) -> {
          List<Part> parts = new ArrayList<>(1);
          for (List<ClaimEntry> chain : chains(bucket, dayOf)) {
            parts.add(part(chain));
          }
          partsByPlace.put(place, parts);
        });
  }

  private Part part(List<ClaimEntry> chain) {
    Part part = new Part();
    chain.forEach(c -> part.claimsByDay.merge(dayOf.apply(c), 1, Integer::sum));
    boolean oneClaimEach = claimsByArticle.size() == claims.size();
    for (List<ClaimEntry> act : oneClaimEach ? List.of(chain) : ActsOfArticles.apart(chain)) {
      LocalDate start = dayOf.apply(act.getFirst());
      for (ClaimEntry claim : act) {
        LocalDate day = dayOf.apply(claim);
        start = day.isBefore(start) ? day : start;
      }
      part.groups.add(placement.found(layer, start, act));
    }
    return part;
  }

  /** Days at most {@value #MAX_GAP_DAYS} apart, {@value #MAX_SPAN_DAYS} in all. */
  static List<List<ClaimEntry>> chains(
      Collection<ClaimEntry> claims, Function<ClaimEntry, LocalDate> dayOf) {
    List<List<ClaimEntry>> chains = new ArrayList<>();
    LocalDate first = null;
    LocalDate last = null;
    Comparator<ClaimEntry> byDay = Comparator.comparing(dayOf).thenComparing(ClaimEntry::claimId);
    for (ClaimEntry claim : claims.stream().sorted(byDay).toList()) {
      LocalDate day = dayOf.apply(claim);
      if (last == null || !joins(first, last, day)) {
        chains.add(new ArrayList<>());
        first = day;
      }
      chains.getLast().add(claim);
      last = day;
    }
    return chains;
  }

  static boolean joins(LocalDate first, LocalDate last, LocalDate day) {
    return ChronoUnit.DAYS.between(last, day) <= MAX_GAP_DAYS
        && ChronoUnit.DAYS.between(first, day) <= MAX_SPAN_DAYS;
  }
}
