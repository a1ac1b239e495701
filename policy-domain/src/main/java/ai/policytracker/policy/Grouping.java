package ai.policytracker.policy;

import java.util.List;

/** Puts claims into groups, each of which is one announcement. */
interface Grouping {
  Placement placement();

  void add(ClaimEntry claim);

  /** The same as each of them alone. */
  default void addAll(List<ClaimEntry> claims) {
    for (ClaimEntry claim : claims) {
      add(claim);
    }
  }

  /** While the sources still know the claim. */
  void remove(ClaimEntry claim);

  /**
   * The claim counts for another source than before.
   *
   * @return whether this may move claims
   */
  default boolean recount(ClaimEntry claim, String sourceBefore) {
    placement().recount(claim, sourceBefore);
    return false;
  }

  /** Ends a step: what the added and removed claims moved is in its place again. */
  void settle();
}
