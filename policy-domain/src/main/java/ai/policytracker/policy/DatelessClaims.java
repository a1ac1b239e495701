package ai.policytracker.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Claims with neither a date nor a publication. Each joins the only announcement of its subject and
 * family, if there is only one that fits; else they are announcements without a date.
 */
final class DatelessClaims {
  private final Placement placement;
  private final Choice choice = new Choice(Layer.DATELESS);
  private final TreeMap<String, ClaimEntry> claims = new TreeMap<>();
  private final Cluster alone;
  private final Map<String, Integer> claimsByArticle = new HashMap<>();
  private boolean dirty;
  private boolean severalBefore;

  DatelessClaims(Placement placement) {
    this.placement = placement;
    this.alone = new Cluster(placement, Layer.DATELESS, claim -> LocalDate.MAX);
  }

  void add(ClaimEntry claim) {
    claims.put(claim.claimId(), claim);
    claimsByArticle.merge(claim.articleId(), 1, Integer::sum);
    dirty = true;
  }

  void remove(ClaimEntry claim) {
    claims.remove(claim.claimId());
    claimsByArticle.merge(claim.articleId(), -1, (a, b) -> a + b == 0 ? null : a + b);
    if (alone.contains(claim)) {
      alone.remove(claim);
    }
    placement.take(claim);
    dirty = true;
  }

  /** Places anew what the layers before may have moved. */
  void settle() {
    if (claims.isEmpty()) {
      return;
    }
    boolean several = severalWithoutPlace();
    boolean settled = several && severalBefore && !articlesMoved();
    severalBefore = several;
    if (!dirty && (settled || !(placement.groupsChanged() || articlesMoved()))) {
      return;
    }
    dirty = false;
    Map<ClaimEntry, Group> chosen = new HashMap<>();
    Map<Group, Set<String>> learned = new IdentityHashMap<>();
    Map<String, Set<Group>> takenByArticle = new HashMap<>();
    for (ClaimEntry claim : claims.values().stream().sorted(Choice.ORDER).toList()) {
      Set<Group> taken = takenByArticle.computeIfAbsent(claim.articleId(), a -> new HashSet<>());
      Group only = only(claim);
      if (only != null
          && !only.holdsArticle(claim.articleId(), Layer.DATELESS)
          && taken.add(only)) {
        chosen.put(claim, only);
        if (choice.teaches(claim, only)) {
          learned.computeIfAbsent(only, g -> new HashSet<>()).add(claim.jurisdiction());
        }
      }
    }
    for (ClaimEntry claim : claims.values()) {
      Group group = chosen.get(claim);
      if (group == null || choice.isContested(claim, group, learned)) {
        standAlone(claim);
      } else {
        if (alone.contains(claim)) {
          alone.remove(claim);
        }
        placement.put(claim, group);
      }
    }
  }

  private boolean articlesMoved() {
    for (String article : placement.changedArticles()) {
      if (claimsByArticle.containsKey(article)) {
        return true;
      }
    }
    return false;
  }

  /** Then nothing can be the only one that fits, whatever else changes. */
  private boolean severalWithoutPlace() {
    int found = 0;
    for (Group group : placement.groups()) {
      if (group.founded() != Layer.DATELESS && choice.placeOf(group) == null && ++found == 2) {
        return true;
      }
    }
    return false;
  }

  private void standAlone(ClaimEntry claim) {
    if (!alone.contains(claim)) {
      alone.add(claim);
    }
  }

  /** Null where none or several fit. */
  private Group only(ClaimEntry claim) {
    Group only = null;
    for (Group group : placement.groups()) {
      if (group.founded() != Layer.DATELESS && fits(claim, choice.placeOf(group))) {
        if (only != null) {
          return null;
        }
        only = group;
      }
    }
    return only;
  }

  private static boolean fits(ClaimEntry claim, String place) {
    return claim.jurisdiction() == null || place == null || claim.jurisdiction().equals(place);
  }
}
