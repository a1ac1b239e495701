package ai.policytracker.query.feed;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/**
 * How far the change log is.
 *
 * @param epoch begins anew where the seqs that readers have seen were lost
 * @param seq of the last change; 0 before the first
 * @param identitySeq of the last change that merged or unmerged companies: it may touch answers
 *     about companies that had no change themselves
 * @param isComplete false while a migration has the log filled again, in another order than that of
 *     the seqs
 */
public record FeedHead(UUID epoch, long seq, long identitySeq, boolean isComplete) {
  private static final int NAME_DIGITS = 8;

  /** Before the first look. */
  static final FeedHead UNKNOWN = new FeedHead(new UUID(0, 0), -1, 0, false);

  static FeedHead from(Row row) {
    return new FeedHead(
        row.getUUID("epoch"),
        row.getLong("seq"),
        row.getLong("identity_seq"),
        row.getBoolean("complete"));
  }

  /** The epoch as cursors and event ids carry it: eight hexadecimal digits. */
  public String epochName() {
    return nameOf(epoch);
  }

  public static String nameOf(UUID epoch) {
    return epoch.toString().substring(0, NAME_DIGITS);
  }

  boolean follows(FeedHead earlier) {
    return epoch.equals(earlier.epoch) && seq >= earlier.seq && isComplete && earlier.isComplete;
  }
}
