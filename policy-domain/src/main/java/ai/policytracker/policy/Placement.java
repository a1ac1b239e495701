package ai.policytracker.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which claim is in which group, and what a step has touched. */
final class Placement {
  private final Sources sources;
  private final Map<String, Group> groupOf = new HashMap<>();
  private final Set<Group> groups = new LinkedHashSet<>();

  /** Groups that dated claims have founded. */
  private final TreeMap<LocalDate, List<Group>> dated = new TreeMap<>();

  private final Set<Group> touched = new LinkedHashSet<>();

  /** Claims that changed their group, and whether the one before was in effect. */
  private final Map<String, Boolean> moved = new HashMap<>();

  private final TreeSet<LocalDate> changedStarts = new TreeSet<>();
  private final Set<String> changedArticles = new LinkedHashSet<>();
  private boolean groupsChanged;

  Placement(Sources sources) {
    this.sources = sources;
  }

  Group found(Layer layer, LocalDate start, Collection<ClaimEntry> members) {
    Group group = new Group(sources, layer, start);
    groups.add(group);
    groupsChanged = true;
    if (layer.compareTo(Layer.PUBLISHED) < 0) {
      dated.computeIfAbsent(start, s -> new ArrayList<>(1)).add(group);
      changedStarts.add(start);
    }
    members.forEach(claim -> put(claim, group));
    return group;
  }

  /** No longer to be found; members that stay in it are put elsewhere by what follows. */
  void dissolve(Group group) {
    groups.remove(group);
    touched.add(group);
    groupsChanged = true;
    if (group.founded().compareTo(Layer.PUBLISHED) < 0) {
      dated.computeIfPresent(
          group.start(),
          (start, others) -> {
            others.remove(group);
            return others.isEmpty() ? null : others;
          });
      changedStarts.add(group.start());
    }
  }

  void put(ClaimEntry claim, Group group) {
    Group before = groupOf.put(claim.claimId(), group);
    if (before == group) {
      return;
    }
    if (before != null) {
      leave(claim, before);
    }
    Places placesBefore = Places.of(group);
    group.add(claim);
    moved.putIfAbsent(claim.claimId(), false);
    touched.add(group);
    changedArticles.add(claim.articleId());
    notePlace(group, placesBefore);
  }

  /** Out of its group, if it is in one. */
  void take(ClaimEntry claim) {
    Group group = groupOf.remove(claim.claimId());
    if (group != null) {
      leave(claim, group);
      changedArticles.add(claim.articleId());
    }
  }

  private void leave(ClaimEntry claim, Group group) {
    boolean wasInEffect = group.published() != null && group.published().inEffect();
    moved.merge(claim.claimId(), wasInEffect, Boolean::logicalOr);
    Places placesBefore = Places.of(group);
    group.remove(claim);
    touched.add(group);
    notePlace(group, placesBefore);
  }

  private void notePlace(Group group, Places before) {
    Places now = Places.of(group);
    groupsChanged |= !now.equals(before);
    if (group.founded().compareTo(Layer.PUBLISHED) < 0 && !now.sameForDated(before)) {
      changedStarts.add(group.start());
    }
  }

  /** What each layer that joins groups goes by: the place that the ones before it state. */
  private record Places(String day, String month, String year, String published) {
    static Places of(Group group) {
      return new Places(
          group.place(Layer.DAY),
          group.place(Layer.MONTH),
          group.place(Layer.YEAR),
          group.place(Layer.PUBLISHED));
    }

    boolean sameForDated(Places other) {
      return Objects.equals(day, other.day)
          && Objects.equals(month, other.month)
          && Objects.equals(year, other.year);
    }
  }

  /** The source of the claim is another one than before. */
  void recount(ClaimEntry claim, String sourceBefore) {
    Group group = groupOf.get(claim.claimId());
    if (group != null) {
      group.recount(claim, sourceBefore);
      touched.add(group);
    }
  }

  Group groupOf(String claimId) {
    return groupOf.get(claimId);
  }

  Set<Group> groups() {
    return groups;
  }

  /** Founded by dated claims, with a start from {@code from} to before {@code to}. */
  Collection<List<Group>> datedWithin(LocalDate from, LocalDate to) {
    return dated.subMap(from, to).values();
  }

  TreeSet<LocalDate> changedStarts() {
    return changedStarts;
  }

  Set<String> changedArticles() {
    return changedArticles;
  }

  boolean groupsChanged() {
    return groupsChanged;
  }

  Set<Group> touched() {
    return touched;
  }

  Map<String, Boolean> moved() {
    return moved;
  }

  /** The step is told of; the next one begins. */
  void settle() {
    touched.clear();
    moved.clear();
    changedStarts.clear();
    changedArticles.clear();
    groupsChanged = false;
  }
}
