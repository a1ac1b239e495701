package ai.policytracker.policy;

import ai.policytracker.event.CompaniesMerged;
import ai.policytracker.event.CompaniesUnmerged;
import ai.policytracker.event.IdentityEvent;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which company ids are one company.
 *
 * @param decisions the newest one of each company id
 */
public record Aliases(SortedMap<String, Alias> decisions) {
  public static final Aliases NONE = new Aliases(new TreeMap<>());

  /**
   * @param into null where the company is one of its own again
   */
  public record Alias(int revision, String into) {}

  public Aliases {
    decisions = Collections.unmodifiableSortedMap(decisions);
  }

  /** The same object where the event is overtaken. */
  Aliases evolve(IdentityEvent event) {
    Alias earlier = decisions.get(event.company());
    if (earlier != null && earlier.revision() >= event.revision()) {
      return this;
    }
    String into =
        switch (event) {
          case CompaniesMerged merged -> merged.into();
          case CompaniesUnmerged unmerged -> null;
        };
    SortedMap<String, Alias> next = new TreeMap<>(decisions);
    next.put(event.company(), new Alias(event.revision(), into));
    return new Aliases(next);
  }

  /** What it was merged into, however many steps away; of a ring the smallest id. */
  public String resolve(String company) {
    if (decisions.isEmpty()) {
      return company;
    }
    Set<String> passed = new TreeSet<>();
    String at = company;
    for (Alias next = decisions.get(at);
        next != null && next.into() != null;
        next = decisions.get(at)) {
      if (!passed.add(at)) {
        return ring(at);
      }
      at = next.into();
    }
    return at;
  }

  private String ring(String member) {
    Set<String> ring = new TreeSet<>();
    String at = member;
    while (ring.add(at)) {
      at = decisions.get(at).into();
    }
    return ring.iterator().next();
  }

  /** Company ids that resolve to another company than in {@code before}. */
  Map<String, String> movedSince(Aliases before) {
    Map<String, String> moved = new TreeMap<>();
    for (String company : decisions.keySet()) {
      String now = resolve(company);
      if (!now.equals(before.resolve(company))) {
        moved.put(company, now);
      }
    }
    return moved;
  }
}
