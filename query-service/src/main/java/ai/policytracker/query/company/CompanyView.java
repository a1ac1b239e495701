package ai.policytracker.query.company;

import ai.policytracker.policy.ChangeType;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A company that something is known of.
 *
 * @param positions in force today; lapsed ones are not
 * @param changes how many there were
 * @param version of the last change; changes are numbered from 1 without gaps
 */
public record CompanyView(
    String company, long positions, long changes, long version, LastChange lastChange) {

  /**
   * @param validFrom first day on which an answer differs; null where none does
   */
  public record LastChange(long seq, ChangeType type, Instant recordedAt, LocalDate validFrom) {}

  static CompanyView from(Row row) {
    return new CompanyView(
        row.getString("company"),
        row.getLong("positions"),
        row.getLong("version"),
        row.getLong("version"),
        new LastChange(
            row.getLong("last_seq"),
            ChangeType.valueOf(row.getString("last_type")),
            row.getOffsetDateTime("last_recorded_at").toInstant(),
            row.getLocalDate("last_valid_from")));
  }
}
