package ai.policytracker.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which announcement a claim joins, as far as places go (folding rule 2): one of its own place
 * first; a claim with a place then one without, which learns it, unless claims of several places
 * would; a claim without one then the only stated place.
 */
record Choice(Layer layer) {
  /** Stated places first, so that they have their own announcements before "not said" takes any. */
  static final Comparator<ClaimEntry> ORDER =
      Comparator.comparing((ClaimEntry c) -> c.jurisdiction() == null)
          .thenComparing(ClaimEntry::kind, Strictness.STRICTEST_FIRST)
          .thenComparing(ClaimEntry::claimId);

  /** The best of the groups that the claim may join; ties are told apart by their anchors. */
  Optional<Group> of(
      ClaimEntry claim, Collection<Group> groups, Set<Group> taken, Comparator<Group> bestFirst) {
    List<Group> free =
        groups.stream()
            .filter(g -> !taken.contains(g) && !g.holdsArticle(claim.articleId(), layer))
            .toList();
    Comparator<Group> best = bestFirst.thenComparing(byAnchor());
    Optional<Group> samePlace =
        free.stream().filter(g -> Objects.equals(placeOf(g), claim.jurisdiction())).min(best);
    if (samePlace.isPresent()) {
      return samePlace;
    }
    if (claim.jurisdiction() != null) {
      return free.stream().filter(g -> placeOf(g) == null).min(best);
    }
    return free.stream().map(this::placeOf).distinct().count() == 1
        ? free.stream().min(best)
        : Optional.empty();
  }

  /** The place that better dated members state. */
  String placeOf(Group group) {
    return group.place(above());
  }

  private Layer above() {
    return switch (layer) {
      case MONTH -> Layer.DAY;
      case YEAR -> Layer.MONTH;
      case PUBLISHED -> Layer.YEAR;
      case DATELESS -> Layer.PUBLISHED;
      case DAY -> throw new IllegalStateException("claims with a day join nothing");
    };
  }

  /** Two acts of one day are told apart by their better dated members. */
  Comparator<Group> byAnchor() {
    return Comparator.comparing(this::anchor);
  }

  private String anchor(Group group) {
    return group.members().stream()
        .filter(c -> Layer.of(c).compareTo(layer) < 0)
        .findFirst()
        .map(ClaimEntry::claimId)
        .orElse("");
  }

  boolean teaches(ClaimEntry claim, Group group) {
    return claim.jurisdiction() != null && placeOf(group) == null;
  }

  /** Whether claims of other places want to join the same group. */
  boolean isContested(ClaimEntry claim, Group group, Map<Group, Set<String>> learned) {
    return group != null
        && teaches(claim, group)
        && learned.getOrDefault(group, Set.of()).size() > 1;
  }
}
