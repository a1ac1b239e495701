package ai.policytracker.query.change;

import java.util.List;
import java.util.UUID;

/**
 * A stretch of the feed.
 *
 * @param epoch of the feed
 * @param head seq of the last change in it
 * @param items those that match, oldest first
 * @param through all that match and have this seq or a smaller one are in this page or before it
 */
public record ChangePage(UUID epoch, long head, List<LoggedChange> items, long through) {
  public boolean hasMore() {
    return through < head;
  }
}
