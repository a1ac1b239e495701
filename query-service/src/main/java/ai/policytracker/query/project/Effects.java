package ai.policytracker.query.project;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What a batch does to the read model. Rows that the database holds are closed before new ones are
 * added: a key may be closed and come back within one batch.
 *
 * @param halts companies that this batch halted
 */
record Effects(
    List<Closed<PositionKey>> closedPositions,
    List<PositionVersion> positions,
    List<Closed<ClaimKey>> closedClaims,
    List<ClaimVersion> claims,
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
   * @param watermark recorded time of the last change; null where none could be read
   */
  record ShardProgress(int shard, long nextOffset, long position, Instant watermark) {}
}
