package ai.policytracker.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fold of one subject or target: the claims that hold, the announcements that they tell of, and
 * the timeline. The same set of claims gives the same timeline, however they came and went. Each
 * step looks only at what it may have moved. Not for use by two threads at once.
 */
public final class SubjectFold {
  private final Sources sources = new Sources();
  private final Map<String, ClaimEntry> claims = new HashMap<>();
  private final Map<Family, Grouping> families = new EnumMap<>(Family.class);
  private final Lanes lanes = new Lanes();
  private final Map<String, String> announcementOf = new HashMap<>();

  /** Those that the step at hand has to settle. */
  private final Set<Grouping> changed = new LinkedHashSet<>(4);

  public static SubjectFold of(Collection<ClaimEntry> claims) {
    SubjectFold fold = new SubjectFold();
    fold.fill(claims);
    return fold;
  }

  /** As a first step of which nobody asks what it did. */
  private void fill(Collection<ClaimEntry> all) {
    addAll(all);
    changed.clear();
    for (Grouping family : families.values()) {
      family.settle();
      for (Group group : family.placement().groups()) {
        Announcement announcement = group.announcement();
        group.published(announcement);
        if (announcement.inEffect()) {
          lanes.add(announcement);
        }
        for (ClaimEntry member : group.members()) {
          announcementOf.put(member.claimId(), announcement.id());
        }
      }
      family.placement().settle();
    }
  }

  /**
   * @param gone entries that are in the fold
   * @param come entries whose claims are not in the fold, once those that go are gone
   */
  Step apply(Collection<ClaimEntry> gone, Collection<ClaimEntry> come) {
    gone.forEach(this::remove);
    addAll(come);
    for (Grouping family : changed) {
      family.settle();
    }
    Step step = step(come);
    for (Grouping family : families.values()) {
      family.placement().settle();
    }
    changed.clear();
    return step;
  }

  private void remove(ClaimEntry claim) {
    claims.remove(claim.claimId());
    if (claim.isConfident()) {
      Grouping family = families.get(Family.of(claim.kind()));
      family.remove(claim);
      changed.add(family);
    }
    recount(sources.remove(claim));
  }

  private void addAll(Collection<ClaimEntry> come) {
    Map<Family, List<ClaimEntry>> byFamily = new EnumMap<>(Family.class);
    for (ClaimEntry claim : come) {
      claims.put(claim.claimId(), claim);
      recount(sources.add(claim));
      if (claim.isConfident()) {
        byFamily.computeIfAbsent(Family.of(claim.kind()), f -> new ArrayList<>(1)).add(claim);
      }
    }
    byFamily.forEach(
        (kind, ofFamily) -> {
          Grouping family = families.computeIfAbsent(kind, this::grouping);
          family.addAll(ofFamily);
          changed.add(family);
        });
  }

  private Grouping grouping(Family family) {
    return switch (family) {
      case LIMITS, PERMITS, COMMITMENT -> new Acts(sources);
      case LOBBYING_STANCE -> new StanceRuns(sources);
    };
  }

  private void recount(Map<String, String> sourcesBefore) {
    sourcesBefore.forEach(
        (article, before) -> {
          for (ClaimEntry claim : sources.claimsOf(article)) {
            for (Grouping family : families.values()) {
              if (family.recount(claim, before)) {
                changed.add(family);
              }
            }
          }
        });
  }

  private Step step(Collection<ClaimEntry> come) {
    Map<Group, Announcement> now = new IdentityHashMap<>(8);
    Map<String, Boolean> moved = Map.of();
    for (Grouping family : families.values()) {
      for (Group group : family.placement().touched()) {
        now.put(group, group.announcement());
      }
      moved = together(moved, family.placement().moved());
    }
    if (now.isEmpty() && moved.isEmpty()) {
      return Step.NONE;
    }
    Set<Group> knownInPart = knownInPart(moved);
    Set<String> tookEffect = new HashSet<>(2);
    Set<String> inEffect = new HashSet<>(2);
    for (ClaimEntry claim : come) {
      Group group = groupOf(claim.claimId());
      if (group != null && claim.isDecided() && now.get(group).inEffect()) {
        inEffect.add(claim.claimId());
        boolean known = group.published() != null && group.published().inEffect();
        if (!known && !knownInPart.contains(group)) {
          tookEffect.add(claim.claimId());
        }
      }
    }
    SortedMap<String, String> placed = placed(now, moved.keySet());
    return new Step(lanes.replace(now, placed), tookEffect, inEffect);
  }

  /** Mostly one of them is empty: only a claim whose kind has changed is in two families. */
  private static Map<String, Boolean> together(
      Map<String, Boolean> some, Map<String, Boolean> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return some.isEmpty() ? more : some;
    }
    Map<String, Boolean> all = new HashMap<>(some);
    more.forEach((claimId, wasInEffect) -> all.merge(claimId, wasInEffect, Boolean::logicalOr));
    return all;
  }

  /** Groups with members that came from one in effect. */
  private Set<Group> knownInPart(Map<String, Boolean> moved) {
    if (!moved.containsValue(true)) {
      return Set.of();
    }
    Set<Group> known = Collections.newSetFromMap(new IdentityHashMap<>());
    moved.forEach(
        (claimId, wasInEffect) -> {
          if (wasInEffect) {
            known.add(groupOf(claimId));
          }
        });
    return known;
  }

  /** Claims that are in another announcement than before, or under another name of it. */
  private SortedMap<String, String> placed(Map<Group, Announcement> now, Set<String> moved) {
    SortedMap<String, String> placed = new TreeMap<>();
    for (String claimId : moved) {
      Group group = groupOf(claimId);
      place(placed, claimId, group == null ? null : now.get(group).id());
    }
    now.forEach(
        (group, is) -> {
          Announcement was = group.published();
          if (is != null && was != null && !was.id().equals(is.id())) {
            for (ClaimEntry member : group.members()) {
              place(placed, member.claimId(), is.id());
            }
          }
        });
    return placed;
  }

  private void place(SortedMap<String, String> placed, String claimId, String is) {
    String was = is == null ? announcementOf.remove(claimId) : announcementOf.put(claimId, is);
    if (!Objects.equals(was, is)) {
      placed.put(claimId, Objects.requireNonNullElse(is, Difference.NO_ANNOUNCEMENT));
    }
  }

  private Group groupOf(String claimId) {
    for (Grouping family : families.values()) {
      Group group = family.placement().groupOf(claimId);
      if (group != null) {
        return group;
      }
    }
    return null;
  }

  /** The announcement that the claim is a member of; null where it is in none. */
  Announcement announcementOf(String claimId) {
    Group group = groupOf(claimId);
    return group == null ? null : group.published();
  }

  List<Group> groups() {
    return families.values().stream().flatMap(f -> f.placement().groups().stream()).toList();
  }

  /** Null where the claim does not hold in this subject. */
  public ClaimEntry claim(String claimId) {
    return claims.get(claimId);
  }

  public int size() {
    return claims.size();
  }

  /** Sorted by place, lane and start. */
  public List<Segment> segments() {
    return Difference.sorted(lanes.all());
  }

  /** Announcement id by claim id; claims of too little confidence are in none. */
  public SortedMap<String, String> announcements() {
    return new TreeMap<>(announcementOf);
  }

  /** The claims that hold, by claim id. */
  public SortedMap<String, ClaimEntry> claims() {
    return new TreeMap<>(claims);
  }
}
