package ai.policytracker.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Reads query-service's change log from its start and remembers which claims it has told of. */
final class ChangeLog {
  private static final int PAGE = 500;

  private final Http query;
  private final Set<String> claims = new HashSet<>();
  private long after;

  ChangeLog(Http query) {
    this.query = query;
  }

  /** Reads what has been added since the last time. */
  void readOn() {
    int read;
    do {
      read = readPage();
    } while (read == PAGE);
  }

  long countOf(Set<String> wanted) {
    return wanted.stream().filter(claims::contains).count();
  }

  private int readPage() {
    JsonNode items = query.get("/v1/changes?after=" + after + "&limit=" + PAGE).path("items");
    for (JsonNode change : items) {
      after = Math.max(after, change.path("seq").asLong());
      claims.add(change.path("announced").path("claimId").asText());
    }
    return items.size();
  }
}
