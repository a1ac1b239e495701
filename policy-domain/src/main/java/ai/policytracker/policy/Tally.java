package ai.policytracker.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Who says which value of a field, among the claims of one announcement (folding rule 3). Values
 * are few: they are looked for one by one.
 */
final class Tally<V> {
  /** The claims that say one value. */
  static final class Side<V> {
    private final V value;
    private final BySource<String> claims = new BySource<>();
    private int dated;

    private Side(V value) {
      this.value = value;
    }

    V value() {
      return value;
    }

    int sourceCount() {
      return claims.sourceCount();
    }

    /** One claim of each source, in the order of the sources' names. */
    List<String> representatives(int atMost) {
      return claims.firstOfEach(atMost);
    }
  }

  private final List<Side<V>> sides = new ArrayList<>(1);

  void add(V value, ClaimEntry claim, String source, boolean dated) {
    Side<V> side = sideOf(value);
    side.claims.add(source, claim.claimId());
    side.dated += dated ? 1 : 0;
  }

  void remove(V value, ClaimEntry claim, String source, boolean dated) {
    Side<V> side = sideOf(value);
    side.claims.remove(source, claim.claimId());
    side.dated -= dated ? 1 : 0;
    if (side.claims.isEmpty()) {
      sides.remove(side);
    }
  }

  private Side<V> sideOf(V value) {
    for (Side<V> side : sides) {
      if (side.value.equals(value)) {
        return side;
      }
    }
    Side<V> side = new Side<>(value);
    sides.add(side);
    return side;
  }

  boolean anyMatch(Predicate<V> condition) {
    for (Side<V> side : sides) {
      if (condition.test(side.value)) {
        return true;
      }
    }
    return false;
  }

  /** Whether claims say more than one value. */
  boolean isDisputed() {
    return sides.size() > 1;
  }

  /** Values in other words: each under what {@code reading} makes of it. */
  <W> Tally<W> readAs(Function<V, W> reading) {
    Tally<W> read = new Tally<>();
    for (Side<V> side : sides) {
      Side<W> as = read.sideOf(reading.apply(side.value));
      as.claims.addAll(side.claims);
      as.dated += side.dated;
    }
    return read;
  }

  /**
   * The most independent publishers, then the dated claim, then the first in the order of values,
   * which must tell all of them apart.
   */
  Optional<V> leading(Predicate<V> among, Comparator<? super V> order) {
    Side<V> best = null;
    for (Side<V> side : sides) {
      if (among.test(side.value) && (best == null || compare(side, best, order) < 0)) {
        best = side;
      }
    }
    return best == null ? Optional.empty() : Optional.of(best.value);
  }

  Optional<V> leading(Comparator<? super V> order) {
    return sides.isEmpty() ? Optional.empty() : leading(v -> true, order);
  }

  private static <V> int compare(Side<V> one, Side<V> other, Comparator<? super V> order) {
    if (one.sourceCount() != other.sourceCount()) {
      return other.sourceCount() - one.sourceCount();
    }
    if ((one.dated > 0) != (other.dated > 0)) {
      return one.dated > 0 ? -1 : 1;
    }
    return order.compare(one.value, other.value);
  }

  /** The sides of a disagreement, the leading one first; empty where all agree. */
  List<Side<V>> disagreement(Comparator<? super V> order) {
    if (sides.size() < 2) {
      return List.of();
    }
    List<Side<V>> sorted = new ArrayList<>(sides);
    sorted.sort((one, other) -> compare(one, other, order));
    return sorted;
  }
}
