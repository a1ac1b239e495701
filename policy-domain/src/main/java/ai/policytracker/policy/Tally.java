package ai.policytracker.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private Side<V> next;

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

  /** Null where nothing is said, as in most tallies. */
  private Side<V> first;

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
      drop(side);
    }
  }

  private void drop(Side<V> side) {
    if (first == side) {
      first = side.next;
      return;
    }
    Side<V> before = first;
    while (before.next != side) {
      before = before.next;
    }
    before.next = side.next;
  }

  private Side<V> sideOf(V value) {
    Side<V> last = null;
    for (Side<V> side = first; side != null; side = side.next) {
      if (side.value.equals(value)) {
        return side;
      }
      last = side;
    }
    Side<V> side = new Side<>(value);
    if (last == null) {
      first = side;
    } else {
      last.next = side;
    }
    return side;
  }

  boolean anyMatch(Predicate<V> condition) {
    for (Side<V> side = first; side != null; side = side.next) {
      if (condition.test(side.value)) {
        return true;
      }
    }
    return false;
  }

  boolean isEmpty() {
    return first == null;
  }

  /** Whether claims say more than one value. */
  boolean isDisputed() {
    return first != null && first.next != null;
  }

  /** Values in other words: each under what {@code reading} makes of it. */
  <W> Tally<W> readAs(Function<V, W> reading) {
    Tally<W> read = new Tally<>();
    for (Side<V> side = first; side != null; side = side.next) {
      Side<W> as = read.sideOf(reading.apply(side.value));
      as.claims.addAll(side.claims);
      as.dated += side.dated;
    }
    return read;
  }

  /**
   * The most independent publishers, then the dated claim, then the first in the order of values,
   * which must tell all of them apart. Null where no claim says one of these.
   */
  V leading(Predicate<V> among, Comparator<? super V> order) {
    Side<V> best = null;
    for (Side<V> side = first; side != null; side = side.next) {
      if (among.test(side.value) && (best == null || compare(side, best, order) < 0)) {
        best = side;
      }
    }
    return best == null ? null : best.value;
  }

  /** Null where no claim says any. */
  V leading(Comparator<? super V> order) {
    return leading(v -> true, order);
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
    if (!isDisputed()) {
      return List.of();
    }
    List<Side<V>> sorted = new ArrayList<>();
    for (Side<V> side = first; side != null; side = side.next) {
      sorted.add(side);
    }
    sorted.sort((one, other) -> compare(one, other, order));
    return sorted;
  }
}
