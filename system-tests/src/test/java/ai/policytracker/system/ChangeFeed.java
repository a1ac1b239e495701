package ai.policytracker.system;

import static org.awaitility.Awaitility.await;

import ai.policytracker.quickstart.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that query-service has projected, read page by page as a client does. */
final class ChangeFeed {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final TrackerSystem system;
  private final List<JsonNode> changes = new ArrayList<>();
  private long after;

  ChangeFeed(TrackerSystem system) {
    this.system = system;
  }

  /** Reads on until each of the claims has its change. */
  void awaitClaims(Set<String> claimIds) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              readOn();
              return announcedClaims().containsAll(claimIds);
            });
  }

  void readOn() {
    JsonNode page;
    do {
      page = system.get(Service.QUERY, "/v1/changes?limit=1000&after=" + after);
      for (JsonNode change : page.get("items")) {
        changes.add(change);
        after = change.get("seq").longValue();
      }
    } while (!page.get("next").isNull());
  }

  List<JsonNode> changes() {
    return changes;
  }

  long seq() {
    return after;
  }

  List<JsonNode> of(String company) {
    return changes.stream().filter(c -> c.get("company").textValue().equals(company)).toList();
  }

  private Set<String> announcedClaims() {
    return changes.stream()
        .filter(change -> change.hasNonNull("announced"))
        .map(change -> change.get("announced").get("claimId").textValue())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
