package ai.policytracker.wire;

import ai.policytracker.event.AnnouncementReviewed;
import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.event.ClaimCorrected;
import ai.policytracker.event.ClaimRetracted;
import ai.policytracker.event.CompaniesMerged;
import ai.policytracker.event.CompaniesUnmerged;
import ai.policytracker.event.DateReached;
import ai.policytracker.event.FoldUpgraded;
import ai.policytracker.event.Kind;
import ai.policytracker.event.PolicyEvent;
import ai.policytracker.event.Verdict;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A type of event on the wire.
 *
 * @param name stable, apart from class names
 * @param version of the form that is written; all earlier ones are read
 */
public record WireType(String name, int version, Class<? extends PolicyEvent> event) {
  private static final Map<String, WireType> TYPES = new TreeMap<>();

  static {
    Arrays.stream(Kind.values()).forEach(k -> add(k.eventType(), 2, ClaimAnnounced.class));
    add(ClaimRetracted.TYPE, 2, ClaimRetracted.class);
    add(ClaimCorrected.TYPE, 1, ClaimCorrected.class);
    Arrays.stream(Verdict.values()).forEach(v -> add(v.eventType(), 1, AnnouncementReviewed.class));
    add(CompaniesMerged.TYPE, 1, CompaniesMerged.class);
    add(CompaniesUnmerged.TYPE, 1, CompaniesUnmerged.class);
    Arrays.stream(DateReached.Boundary.values())
        .forEach(b -> add(b.eventType(), 1, DateReached.class));
    add(FoldUpgraded.TYPE, 1, FoldUpgraded.class);
  }

  private static void add(String name, int version, Class<? extends PolicyEvent> event) {
    TYPES.put(name, new WireType(name, version, event));
  }

  static Optional<WireType> find(String name) {
    return Optional.ofNullable(TYPES.get(name));
  }

  static WireType of(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException("no wire type " + name));
  }

  public static Collection<WireType> all() {
    return TYPES.values();
  }
}
