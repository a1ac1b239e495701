package ai.policytracker.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values with the publisher that each counts for, sorted by publisher, then by value; equal ones
 * are kept as often as they come. Arrays, since most hold one or two and the largest some thousand.
 *
 * @param <T> the values; those of no countable publisher stand under ""
 */
final class BySource<T extends Comparable<T>> {
  private static final String[] NO_SOURCES = {};
  private static final Object[] NO_VALUES = {};

  private String[] sources = NO_SOURCES;
  private Object[] values = NO_VALUES;
  private int size;
  private int distinct;

  void add(String source, T value) {
    int at = indexOf(source, value);
    if (size == sources.length) {
      sources = Arrays.copyOf(sources, Math.max(2, size * 2));
      values = Arrays.copyOf(values, Math.max(2, size * 2));
    }
    System.arraycopy(sources, at, sources, at + 1, size - at);
    System.arraycopy(values, at, values, at + 1, size - at);
    sources[at] = source;
    values[at] = value;
    size++;
    distinct += isOnlyOfSource(at) ? 1 : 0;
  }

  /** It must be there. */
  void remove(String source, T value) {
    int at = indexOf(source, value);
    distinct -= isOnlyOfSource(at) ? 1 : 0;
    size--;
    System.arraycopy(sources, at + 1, sources, at, size - at);
    System.arraycopy(values, at + 1, values, at, size - at);
    sources[size] = null;
    values[size] = null;
  }

  private boolean isOnlyOfSource(int at) {
    return (at == 0 || !sources[at - 1].equals(sources[at]))
        && (at + 1 == size || !sources[at + 1].equals(sources[at]));
  }

  /** Of the first that is not smaller. */
  private int indexOf(String source, T value) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = sources[middle].compareTo(source);
      if (order < 0 || (order == 0 && value(middle).compareTo(value) < 0)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @SuppressWarnings("unchecked")
  private T value(int at) {
    return (T) values[at];
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Publishers that count. */
  int sourceCount() {
    return distinct - (size > 0 && sources[0].isEmpty() ? 1 : 0);
  }

  void addAll(BySource<T> others) {
    for (int i = 0; i < others.size; i++) {
      add(others.sources[i], others.value(i));
    }
  }

  /** The smallest value of each of the first publishers. */
  List<T> firstOfEach(int atMost) {
    List<T> first = new ArrayList<>();
    for (int i = 0; i < size && first.size() < atMost; i++) {
      if (i == 0 || !sources[i - 1].equals(sources[i])) {
        first.add(value(i));
      }
    }
    return first;
  }

  /** Takes the largest value of each publisher, until there is enough. */
  interface Taker<T> {
    boolean takesMoreThan(T value);
  }

  void lastOfEach(Taker<T> taker) {
    for (int i = 0; i < size; i++) {
      boolean last = i + 1 == size || !sources[i + 1].equals(sources[i]);
      if (last && !taker.takesMoreThan(value(i))) {
        return;
      }
    }
  }
}
