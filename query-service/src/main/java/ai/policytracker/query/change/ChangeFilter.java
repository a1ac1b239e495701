package ai.policytracker.query.change;

import ai.policytracker.event.Audience;
import ai.policytracker.event.Technology;
import ai.policytracker.policy.ChangeType;
import ai.policytracker.policy.Standing;
import ai.policytracker.policy.Status;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which changes are asked for: all fields must fit, and of a field any one value. A field without
 * values fits every change, one with values only changes that have such a value. Pages match it in
 * SQL ({@link ChangeConditions}), streams and subscriptions in memory; both mean the same.
 *
 * @param jurisdiction as stated: US does not stand for US-CA
 * @param status of a position before the change or after it, as are standing and confidence
 * @param minConfidence 0 to 1; of a position or of the claim that the change tells of. Null for any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ChangeFilter(
    SortedSet<String> company,
    SortedSet<Technology> technology,
    SortedSet<Audience> audience,
    SortedSet<String> jurisdiction,
    SortedSet<ChangeType> type,
    SortedSet<Status> status,
    Double minConfidence,
    SortedSet<Standing> standing) {

  /** Every change. */
  public static final ChangeFilter ANY =
      new ChangeFilter(null, null, null, null, null, null, null, null);

  public ChangeFilter {
    company = sorted(company);
    technology = sorted(technology);
    audience = sorted(audience);
    jurisdiction = sorted(jurisdiction);
    type = sorted(type);
    status = sorted(status);
    standing = sorted(standing);
  }

  private static <T extends Comparable<T>> SortedSet<T> sorted(SortedSet<T> values) {
    return values == null
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }

  public boolean matches(ChangeTags change) {
    return isIn(company, change.company())
        && isIn(technology, change.technology())
        && isIn(audience, change.audience())
        && isIn(type, change.type())
        && meets(jurisdiction, change.jurisdictions())
        && meets(status, change.statuses())
        && meets(standing, change.standings())
        && (minConfidence == null
            || change.confidences().stream().anyMatch(c -> c >= minConfidence));
  }

  private static <T> boolean isIn(Set<T> wanted, T value) {
    return wanted.isEmpty() || (value != null && wanted.contains(value));
  }

  private static <T> boolean meets(Set<T> wanted, Set<T> values) {
    return wanted.isEmpty() || !Collections.disjoint(wanted, values);
  }

  /** As query parameters, the same text for the same filter; empty for {@link #ANY}. */
  public String query() {
    return Stream.of(
            parameter("company", company),
            parameter("technology", technology.stream().map(Technology::slug).toList()),
            parameter("audience", audience.stream().map(Audience::slug).toList()),
            parameter("jurisdiction", jurisdiction),
            parameter("type", type),
            parameter("status", status),
            parameter("minConfidence", minConfidence == null ? Set.of() : Set.of(minConfidence)),
            parameter("standing", standing))
        .filter(parameter -> !parameter.isEmpty())
        .collect(Collectors.joining("&"));
  }

  /** Values are slugs, names, codes and numbers: nothing in them needs escaping. */
  private static String parameter(String name, Collection<?> values) {
    return values.isEmpty()
        ? ""
        : values.stream().map(Object::toString).collect(Collectors.joining(",", name + "=", ""));
  }
}
