package ai.policytracker.query.matrix;

import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/**
 * Positions that have the fields in common by which they were grouped; the other fields are null.
 *
 * @param jurisdiction {@code none} for those that name no place
 * @param positions how many
 * @param companies how many different ones they are of
 */
public record MatrixGroup(
    @Nullable String company,
    @Nullable String technology,
    @Nullable String activity,
    @Nullable String audience,
    @Nullable String jurisdiction,
    @Nullable String status,
    @Nullable String standing,
    long positions,
    long companies) {

  static MatrixGroup from(Row row) {
    return new MatrixGroup(
        row.getString("company"),
        row.getString("technology"),
        row.getString("activity"),
        row.getString("audience"),
        row.getString("jurisdiction"),
        row.getString("status"),
        row.getString("standing"),
        row.getLong("positions"),
        row.getLong("companies"));
  }
}
