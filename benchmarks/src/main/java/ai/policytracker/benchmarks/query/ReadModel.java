package ai.policytracker.benchmarks.query;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Subject;
import ai.policytracker.wire.ChangeCodec;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Fills query-service's tables directly, in the form in which it would have written them. */
final class ReadModel implements CompanyHistory.Rows {
  private final Database database;
  private final int[] shares;
  private final long[] micros;
  private Copy positions;
  private Copy claims;
  private Copy contents;
  private Copy changes;
  private Copy seqs;

  /** Opens connections. */
  interface Database {
    Connection connect() throws SQLException;
  }

  /**
   * @param shares position versions of each company
   */
  ReadModel(Database database, int[] shares) {
    this.database = database;
    this.shares = shares;
    this.micros = recordedMicros(shares);
  }

  static String company(int rank) {
    return String.format(Locale.ROOT, "company-%04d", rank);
  }

  private static long[] recordedMicros(int[] shares) {
    long[] all = new long[Arrays.stream(shares).map(CompanyHistory::changes).sum()];
    int next = 0;
    for (int rank = 0; rank < shares.length; rank++) {
      int changes = CompanyHistory.changes(shares[rank]);
      for (int change = 0; change < changes; change++) {
        all[next++] = micros(new RecordedTimes(rank).of(change, changes));
      }
    }
    Arrays.sort(all);
    return all;
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(RecordedTimes.FIRST, time);
  }

  private long seq(Instant recordedAt) {
    return 1 + Arrays.binarySearch(micros, micros(recordedAt));
  }

  /** What was written, in words. */
  String fill() throws SQLException {
    positions =
        copy(
            "position_version",
            "company, technology, activity, audience, jurisdiction, lane, announcement, lapsed,"
                + " status, valid_from, valid_to, known_from, known_to, payload");
    claims =
        copy(
            "claim_version",
            "claim_id, company, technology, activity, audience, target, content_id, announcement,"
                + " known_from, known_to");
    contents = copy("claim_content", "content_id, payload");
    changes =
        copy(
            "change_log",
            "seq, change_id, company, version, type, technology, recorded_at, payload");
    seqs = copy("change_seq", "change_id, seq, latest");
    for (int rank = 0; rank < shares.length; rank++) {
      new CompanyHistory(company(rank), shares[rank], new RecordedTimes(rank), rank).write(this);
    }
    for (Copy copy : List.of(positions, claims, contents, changes, seqs)) {
      copy.close();
    }
    finish();
    return String.format(
        Locale.ROOT,
        "%,d position versions, %,d claims, %,d changes of %,d companies",
        positions.count(),
        claims.count(),
        changes.count(),
        shares.length);
  }

  private Copy copy(String table, String columns) throws SQLException {
    return new Copy(database.connect(), table, columns);
  }

  /** The rows that there are one of for each company, shard, or at all. */
  private void finish() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = query");
      statement.execute(
          """
          INSERT INTO company (company, version, last_seq, last_type, last_recorded_at)
          SELECT DISTINCT ON (company) company, version, seq, type, recorded_at
          FROM change_log ORDER BY company, version DESC""");
      statement.execute("UPDATE feed SET seq = " + micros.length);
      statement.execute("UPDATE shard SET watermark = '%s'".formatted(RecordedTimes.end()));
      statement.execute("VACUUM ANALYZE");
    }
  }

  @Override
  public void position(Subject subject, Segment segment, Instant knownFrom, Instant knownTo) {
    write(
        positions,
        subject.company(),
        subject.technology().slug(),
        subject.activity(),
        subject.audience().slug(),
        "",
        segment.lane(),
        segment.announcement(),
        false,
        segment.status(),
        segment.validFrom(),
        segment.validTo() == null ? Copy.INFINITY : segment.validTo(),
        knownFrom,
        knownTo == null ? Copy.INFINITY : knownTo,
        json(segment));
  }

  @Override
  public void claim(Subject subject, ClaimAnnounced claim, String announcement, Instant knownFrom) {
    write(contents, claim.eventId(), json(claim));
    write(
        claims,
        claim.claimId(),
        subject.company(),
        subject.technology().slug(),
        subject.activity(),
        subject.audience().slug(),
        "",
        claim.eventId(),
        announcement,
        knownFrom,
        Copy.INFINITY);
  }

  @Override
  public void change(Change change) {
    long seq = seq(change.recordedAt());
    write(seqs, change.changeId(), seq, change.recordedAt());
    write(
        changes,
        seq,
        change.changeId(),
        change.company(),
        change.version(),
        change.type(),
        change.subject().technology().slug(),
        change.recordedAt(),
        new String(ChangeCodec.encode(change), StandardCharsets.UTF_8));
  }

  private static void write(Copy copy, Object... values) {
    try {
      copy.row(values);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String json(Object payload) {
    try {
      return Json.MAPPER.writeValueAsString(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
