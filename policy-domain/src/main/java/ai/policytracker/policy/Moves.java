package ai.policytracker.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What leaves and enters one subject. */
final class Moves {
  final List<ClaimEntry> gone = new ArrayList<>(1);
  final List<ClaimEntry> come = new ArrayList<>(1);

  SortedMap<String, String> arrived() {
    if (come.isEmpty()) {
      return Collections.emptySortedMap();
    }
    SortedMap<String, String> arrived = new TreeMap<>();
    come.forEach(claim -> arrived.put(claim.claimId(), claim.contentId()));
    return arrived;
  }

  List<String> left() {
    if (gone.isEmpty()) {
      return List.of();
    }
    Set<String> stays = come.stream().map(ClaimEntry::claimId).collect(Collectors.toSet());
    return gone.stream().map(ClaimEntry::claimId).filter(id -> !stays.contains(id)).toList();
  }
}
