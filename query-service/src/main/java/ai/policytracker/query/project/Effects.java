package ai.policytracker.query.project;

import ai.policytracker.query.project.TouchedAnnouncements.Touched;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What a batch does to the read model.
 *
 * @param halts companies that this batch halted
 */
record Effects(
    Rows<PositionKey, PositionVersion> positions,
    Rows<PositionKey, PositionVersion> stances,
    Rows<ClaimKey, ClaimVersion> claims,
    List<Content> contents,
    Collection<Touched> touched,
    Rows<String, AliasVersion> aliases,
    List<Logged> logged,
    Collection<CompanyProgress> companies,
    Collection<ShardProgress> shards,
    List<Received.Unreadable> parked,
    List<CompanyProgress> halts,
    long feedSeq) {

  /**
   * @param isNew the change had no seq before
   */
  record Logged(long seq, boolean isNew, Received.Readable received) {}

  /**
   * @param position highest of the batch, 0 where no record tells
   * @param watermark all that was recorded up to it is in the batch or before; null where no change
   *     could be read
   */
  record ShardProgress(int shard, long nextOffset, long position, Instant watermark) {}
}
