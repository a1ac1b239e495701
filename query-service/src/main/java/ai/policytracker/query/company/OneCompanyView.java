package ai.policytracker.query.company;

import ai.policytracker.query.request.KnownTime;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As {@link CompanyView}, with what it rests on. */
public record OneCompanyView(
    String company,
    LocalDate asOf,
    Instant knownAt,
    @JsonProperty("final") boolean isFinal,
    long seq,
    long positions,
    long stances,
    long changes,
    long version,
    List<String> mergedFrom,
    CompanyView.@Nullable LastChange lastChange,
    Coverage coverage) {

  /**
   * How much was read of the company: none of it is no proof that it has no policy.
   *
   * @param articles that tell something of the company
   * @param claims that they make
   * @param publishers of these articles
   * @param lastRead when the last one of these articles was received; null where there is none
   */
  public record Coverage(long articles, long claims, long publishers, @Nullable Instant lastRead) {}

  /** At a known time before anything was read of it. */
  static OneCompanyView notCovered(String company, LocalDate asOf, KnownTime known) {
    return new OneCompanyView(
        company,
        asOf,
        known.knownAt(),
        known.isFinal(),
        known.seq(),
        0,
        0,
        0,
        0,
        List.of(),
        null,
        new Coverage(0, 0, 0, null));
  }

  static OneCompanyView from(Row row, LocalDate asOf, KnownTime known) {
    CompanyView company = CompanyView.from(row);
    var lastRead = row.getOffsetDateTime("last_read");
    return new OneCompanyView(
        company.company(),
        asOf,
        known.knownAt(),
        known.isFinal(),
        known.seq(),
        company.positions(),
        company.stances(),
        company.changes(),
        company.version(),
        company.mergedFrom(),
        company.lastChange(),
        new Coverage(
            row.getLong("articles"),
            row.getLong("claims"),
            row.getLong("publishers"),
            lastRead == null ? null : lastRead.toInstant()));
  }
}
