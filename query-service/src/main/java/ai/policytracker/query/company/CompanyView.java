package ai.policytracker.query.company;

import ai.policytracker.policy.ChangeType;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company that something is known of.
 *
 * @param positions on the date, those that lapsed among them
 * @param stances taken and not given up by the date
 * @param changes how many there were
 * @param version of the last change; changes are numbered from 1 without gaps
 * @param mergedFrom ids of companies that counted for this one
 * @param lastChange null where none was known yet
 */
public record CompanyView(
    String company,
    long positions,
    long stances,
    long changes,
    long version,
    List<String> mergedFrom,
    @Nullable LastChange lastChange) {

  /**
   * @param validFrom first day on which an answer differs; null where none does
   */
  public record LastChange(
      long seq, ChangeType type, Instant recordedAt, @Nullable LocalDate validFrom) {

    static LastChange from(Row row) {
      return row.getLong("last_seq") == null
          ? null
          : new LastChange(
              row.getLong("last_seq"),
              ChangeType.valueOf(row.getString("last_type")),
              row.getOffsetDateTime("last_recorded_at").toInstant(),
              row.getLocalDate("last_valid_from"));
    }
  }

  static CompanyView from(Row row) {
    return new CompanyView(
        row.getString("company"),
        row.getLong("positions"),
        row.getLong("stances"),
        row.getLong("version"),
        row.getLong("version"),
        List.of(row.getArrayOfStrings("merged_from")),
        LastChange.from(row));
  }
}
