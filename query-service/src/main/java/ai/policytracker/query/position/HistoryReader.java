package ai.policytracker.query.position;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.policy.Segment;
import ai.policytracker.query.Payloads;
import ai.policytracker.query.position.KnownHistory.Unplaced;
import ai.policytracker.query.position.ToldClaims.Told;
import ai.policytracker.query.position.Versions.Version;
import ai.policytracker.query.request.KnownTime;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads one company's history, on a thread that may wait. */
final class HistoryReader {
  private static final int BYTES_OF_VERSION = 170;
  private static final int BYTES_OF_CLAIM = 180;

  /** A claim whole, with its quotes. */
  private static final int BYTES_OF_UNPLACED = 2_000;

  private final Pool pool;
  private final String company;
  private final Instant upTo;
  private final Shared shared = new Shared();

  private HistoryReader(Pool pool, String company, Instant upTo) {
    this.pool = pool;
    this.company = company;
    this.upTo = upTo;
  }

  /**
   * Empty where it is not kept: see {@link HistoryStatements#MAY_BE_KEPT}, and where it is larger.
   *
   * @param mostBytes about
   */
  static Optional<KnownHistory> read(Pool pool, String company, long mostBytes) {
    Row row =
        pool.preparedQuery(HistoryStatements.MAY_BE_KEPT)
            .execute(Tuple.of(company))
            .await()
            .indefinitely()
            .iterator()
            .next();
    if (!row.getBoolean("may_be_kept")) {
      return Optional.empty();
    }
    Instant from = row.getOffsetDateTime("told_from").toInstant();
    Instant upTo = row.getOffsetDateTime("up_to").toInstant();
    return new HistoryReader(pool, company, upTo).read(row.getUUID("epoch"), from, mostBytes);
  }

  private Optional<KnownHistory> read(UUID epoch, Instant from, long mostBytes) {
    List<Version> positions = new ArrayList<>();
    for (Row row : rows(HistoryStatements.SUBJECTS)) {
      SubjectRow subject = SubjectRow.of(row);
      String activity = row.getString("activity");
      String audience = row.getString("audience");
      rows(HistoryStatements.POSITIONS, row.getString("technology"), activity, audience)
          .forEach(position -> positions.add(version(subject, position)));
      if ((long) positions.size() * BYTES_OF_VERSION > mostBytes) {
        return Optional.empty();
      }
    }
    List<Version> stances = new ArrayList<>();
    rows(HistoryStatements.STANCES)
        .forEach(row -> stances.add(version(shared.one(SubjectRow.of(row)), row)));
    Map<String, List<Told>> told = new HashMap<>();
    int claims = claims(told);
    List<Unplaced> unplaced = new ArrayList<>();
    rows(HistoryStatements.UNPLACED).forEach(row -> unplaced.add(unplaced(row)));
    long bytes =
        (long) (positions.size() + stances.size()) * BYTES_OF_VERSION
            + (long) claims * BYTES_OF_CLAIM
            + (long) unplaced.size() * BYTES_OF_UNPLACED;
    return bytes > mostBytes
        ? Optional.empty()
        : Optional.of(
            new KnownHistory(
                epoch,
                from,
                upTo,
                new Versions(positions),
                new Versions(stances),
                new ToldClaims(told),
                List.copyOf(unplaced),
                Math.toIntExact(bytes)));
  }

  private Version version(SubjectRow subject, Row row) {
    Segment segment = Payloads.one(row.getString("payload"), Segment.class);
    return new Version(subject, shared.segment(segment), from(row), to(row));
  }

  private int claims(Map<String, List<Told>> told) {
    int claims = 0;
    String last = "";
    RowSet<Row> page = rows(HistoryStatements.CLAIMS, last);
    while (page.size() > 0) {
      for (Row row : page) {
        last = row.getString("announcement");
        told.computeIfAbsent(shared.one(last), any -> new ArrayList<>(2))
            .add(new Told(row.getString("content_id"), from(row), to(row)));
      }
      claims += page.size();
      page = rows(HistoryStatements.CLAIMS, last);
    }
    return claims;
  }

  private static Unplaced unplaced(Row row) {
    ClaimAnnounced claim = Payloads.one(row.getString("payload"), ClaimAnnounced.class);
    return new Unplaced(
        new Member(row.getString("announcement"), SubjectRow.of(row), claim), from(row), to(row));
  }

  private static long from(Row row) {
    return KnownHistory.micros(row.getOffsetDateTime("known_from").toInstant());
  }

  private static long to(Row row) {
    OffsetDateTime end = row.getOffsetDateTime("known_to");
    return end == null ? Long.MAX_VALUE : KnownHistory.micros(end.toInstant());
  }

  private RowSet<Row> rows(String sql, String... more) {
    Tuple parameters = Tuple.of(company, KnownTime.parameter(upTo));
    for (String parameter : more) {
      parameters.addString(parameter);
    }
    return pool.preparedQuery(sql).execute(parameters).await().indefinitely();
  }
}
