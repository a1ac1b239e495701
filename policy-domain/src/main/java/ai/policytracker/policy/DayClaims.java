package ai.policytracker.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Claims with a day of their own, in chains of days. They found announcements. */
final class DayClaims {
  private final Placement placement;
  private final TreeMap<LocalDate, Map<String, ClaimEntry>> byDay = new TreeMap<>();
  private final TreeMap<LocalDate, Chain> chains = new TreeMap<>();

  private record Chain(LocalDate first, LocalDate last, Cluster cluster) {
    boolean spans(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  DayClaims(Placement placement) {
    this.placement = placement;
  }

  void add(ClaimEntry claim) {
    LocalDate day = claim.day();
    byDay.computeIfAbsent(day, d -> new TreeMap<>()).put(claim.claimId(), claim);
    Chain around = chainAround(day);
    if (around != null) {
      around.cluster().add(claim);
    } else {
      chainAnew(day);
    }
  }

  void addAll(List<ClaimEntry> claims) {
    if (!chains.isEmpty() || claims.size() < 2) {
      claims.forEach(this::add);
      return;
    }
    for (ClaimEntry claim : claims) {
      byDay.computeIfAbsent(claim.day(), d -> new TreeMap<>()).put(claim.claimId(), claim);
    }
    chainAnew(byDay.firstKey());
  }

  void remove(ClaimEntry claim) {
    LocalDate day = claim.day();
    Map<String, ClaimEntry> ofDay = byDay.get(day);
    ofDay.remove(claim.claimId());
    if (!ofDay.isEmpty()) {
      chainAround(day).cluster().remove(claim);
      return;
    }
    byDay.remove(day);
    placement.take(claim);
    chainAnew(day);
  }

  private Chain chainAround(LocalDate day) {
    Map.Entry<LocalDate, Chain> before = chains.floorEntry(day);
    return before != null && before.getValue().spans(day) ? before.getValue() : null;
  }

  /** From the chain that the day may belong to, until chains begin where they did before. */
  private void chainAnew(LocalDate day) {
    Map.Entry<LocalDate, Chain> before = chains.floorEntry(day);
    LocalDate from = before != null ? before.getKey() : day;
    List<Chain> old = new ArrayList<>();
    List<List<LocalDate>> anew = new ArrayList<>();
    LocalDate last = null;
    for (LocalDate next : byDay.tailMap(from).keySet()) {
      boolean begins = last == null || !Cluster.joins(anew.getLast().getFirst(), last, next);
      if (begins && next.isAfter(day) && chains.containsKey(next)) {
        break;
      }
      if (begins) {
        anew.add(new ArrayList<>());
      }
      anew.getLast().add(next);
      last = next;
    }
    LocalDate to = anew.isEmpty() ? day : anew.getLast().getLast();
    chains.subMap(from, true, to.isBefore(day) ? day : to, true).values().forEach(old::add);
    old.forEach(
        chain -> {
          chains.remove(chain.first());
          chain.cluster().dissolve();
        });
    anew.forEach(this::chain);
  }

  private void chain(List<LocalDate> days) {
    List<ClaimEntry> claims = new ArrayList<>();
    days.forEach(day -> claims.addAll(byDay.get(day).values()));
    Cluster cluster = new Cluster(placement, Layer.DAY, ClaimEntry::day);
    cluster.addAll(claims);
    chains.put(days.getFirst(), new Chain(days.getFirst(), days.getLast(), cluster));
  }
}
