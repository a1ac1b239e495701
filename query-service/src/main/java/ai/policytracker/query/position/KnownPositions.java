package ai.policytracker.query.position;

import ai.policytracker.event.Claim;
import ai.policytracker.query.company.NotCovered;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.MergedCompanyException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Finds a company's positions and stances on both time axes: at a final known time in its history,
 * where that is in memory, else in one statement, hence from one state of the database. What their
 * claims say never changes, and is mostly in memory.
 */
@ApplicationScoped
public class KnownPositions {
  private final AskedTogether database;
  private final Histories histories;
  private final KnownSources sources;

  KnownPositions(AskedTogether database, Histories histories, KnownSources sources) {
    this.database = database;
    this.histories = histories;
    this.sources = sources;
  }

  /**
   * Those in force on the date, in the order of their subjects.
   *
   * @param knownAt null for now
   */
  public Uni<CompanyAtTime> inForce(
      String company, LocalDate asOf, Instant knownAt, Question asked) {
    PointInTime point = point(company, asOf, knownAt, asked);
    Optional<Histories.Known> inMemory = histories.at(point);
    if (inMemory.isPresent()) {
      return withSources(inMemory.get().found(), point, inMemory.get().known(), true, asked);
    }
    return database
        .ask(point)
        .flatMap(
            rows -> {
              KnownTime known = knownTime(rows.getFirst(), point);
              boolean covered = isCovered(rows.getFirst());
              if (known.isFinal() && covered) {
                histories.missed(company);
              }
              return withSources(FoundParts.of(rows), point, known, covered, asked);
            });
  }

  /** Those of all dates, in the order of their first days. */
  public Uni<CompanyAtTime> ofAllDates(String company, Instant knownAt, Question asked) {
    PointInTime point = point(company, null, knownAt, asked);
    return database
        .askAlone(PositionStatements.IN_ORDER_OF_START, point)
        .flatMap(
            rows -> {
              KnownTime known = knownTime(rows.getFirst(), point);
              boolean covered = isCovered(rows.getFirst());
              return withSources(FoundParts.of(rows), point, known, covered, asked);
            });
  }

  private static PointInTime point(
      String company, LocalDate asOf, Instant knownAt, Question asked) {
    if (!Claim.isCompanyId(company)) {
      throw NotCovered.company(company);
    }
    String technology = asked.technology() == null ? null : asked.technology().slug();
    return new PointInTime(0, company, asOf, knownAt, technology);
  }

  private Uni<CompanyAtTime> withSources(
      FoundParts found, PointInTime point, KnownTime known, boolean covered, Question asked) {
    return sources
        .of(found.contents())
        .map(told -> found.with(told, point.company(), known, covered, asked));
  }

  private static KnownTime knownTime(Row row, PointInTime point) {
    KnownTime known = KnownTime.from(row).unlessHalted(row.getString("halted_reason"));
    if (row.getString("merged_into") != null) {
      throw new MergedCompanyException(row.getString("merged_into"), known);
    }
    if (row.getString("company") == null) {
      NotCovered.refuse(point.company(), known, point.knownAt() != null);
    }
    return known;
  }

  private static boolean isCovered(Row row) {
    return Boolean.TRUE.equals(row.getBoolean("covered"));
  }
}
