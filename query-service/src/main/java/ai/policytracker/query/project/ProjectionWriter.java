package ai.policytracker.query.project;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Writes a batch's effects, one statement for each table, in a transaction that is open already.
 */
final class ProjectionWriter {
  private ProjectionWriter() {}

  /**
   * @throws IllegalStateException where a row to be closed is not there: the read model does not
   *     hold what the changes rest on
   */
  static Uni<Void> write(SqlConnection connection, Effects effects) {
    return PositionTable.close(connection, effects.positions().closed())
        .chain(() -> PositionTable.add(connection, effects.positions().added()))
        .chain(() -> StanceTable.close(connection, effects.stances().closed()))
        .chain(() -> StanceTable.add(connection, effects.stances().added()))
        .chain(() -> ClaimTable.close(connection, effects.claims().closed()))
        .chain(() -> ClaimTable.add(connection, effects.claims().added()))
        .chain(() -> ClaimTable.keepContents(connection, effects.contents()))
        .chain(() -> PendingTable.follow(connection, effects.touched()))
        .chain(() -> AliasTable.close(connection, effects.aliases().closed()))
        .chain(() -> AliasTable.add(connection, effects.aliases().added()))
        .chain(() -> FeedTables.keepSeqs(connection, effects.logged()))
        .chain(() -> FeedTables.add(connection, effects.logged()))
        .chain(() -> FeedTables.saveFeed(connection, effects.feedSeq()))
        .chain(() -> ProgressTables.saveCompanies(connection, effects.companies()))
        .chain(() -> ProgressTables.park(connection, effects.parked()))
        .chain(() -> ProgressTables.saveShards(connection, effects.shards()))
        .chain(() -> FeedTables.completeLatest(connection));
  }
}
