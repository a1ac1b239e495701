package ai.policytracker.query.company;

import ai.policytracker.policy.ChangeType;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A company that something is known of.
 *
 * @param positions in force today; lapsed ones are not
 * @param stances taken and not given up by today
 * @param changes how many there were
 * @param version of the last change; changes are numbered from 1 without gaps
 * @param mergedFrom ids of companies that count for this one now
 */
public record CompanyView(
    String company,
    long positions,
    long stances,
    long changes,
    long version,
    List<String> mergedFrom,
    LastChange lastChange) {

  /**
   * @param validFrom first day on which an answer differs; null where none does
   */
  public record LastChange(long seq, ChangeType type, Instant recordedAt, LocalDate validFrom) {}

  static CompanyView from(Row row) {
    return new CompanyView(
        row.getString("company"),
        row.getLong("positions"),
        row.getLong("stances"),
        row.getLong("version"),
        row.getLong("version"),
        List.of(row.getArrayOfStrings("merged_from")),
        new LastChange(
            row.getLong("last_seq"),
            ChangeType.valueOf(row.getString("last_type")),
            row.getOffsetDateTime("last_recorded_at").toInstant(),
            row.getLocalDate("last_valid_from")));
  }
}
