package ai.policytracker.benchmarks.query;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.policy.Change;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Subject;
import ai.policytracker.wire.ChangeCodec;
import ai.policytracker.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Fills query-service's tables directly, in the form in which it would have written them. */
final class ReadModel implements CompanyHistory.Rows {
  private final Database database;
  private final PrintStream out;
  private final List<CompanyHistory> histories;
  private final long[] micros;
  private Copy positions;
  private Copy claims;
  private List<Copy> contents;
  private Copy changes;
  private Copy seqs;

  private static final int PROGRESS_VERSIONS = 250_000;

  private static final String[] TABLES = {
    "query.position_version",
    "query.claim_version",
    "query.claim_content",
    "query.change_log",
    "query.change_seq"
  };

  private final long startedAt = System.nanoTime();

  /** Opens connections. */
  interface Database {
    Connection connect() throws SQLException;
  }

  /**
   * @param shares position versions of each company
   */
  ReadModel(PrintStream out, Database database, int[] shares) {
    this.database = database;
    this.out = out;
    this.histories =
        IntStream.range(0, shares.length)
            .mapToObj(
                rank ->
                    new CompanyHistory(company(rank), shares[rank], new RecordedTimes(rank), rank))
            .toList();
    this.micros =
        histories.stream().flatMapToLong(CompanyHistory::recordedMicros).sorted().toArray();
  }

  static String company(int rank) {
    return String.format(Locale.ROOT, "company-%04d", rank);
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(RecordedTimes.FIRST, time);
  }

  private long seq(Instant recordedAt) {
    return 1 + Arrays.binarySearch(micros, micros(recordedAt));
  }

  /** What was written, in words. */
  String fill() throws SQLException, InterruptedException {
    Indexes indexes = new Indexes(database);
    indexes.drop(TABLES);
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
    // Their words are indexed one by one, which takes as long as all else.
    contents = List.of(copyOfContents(), copyOfContents());
    changes =
        copy(
            "change_log",
            "seq, change_id, company, version, type, technology, recorded_at, payload");
    seqs = copy("change_seq", "change_id, seq, latest");
    for (CompanyHistory history : histories) {
      history.write(this);
    }
    for (Copy copy :
        List.of(positions, claims, contents.getFirst(), contents.getLast(), changes, seqs)) {
      copy.close();
    }
    told("copied %,d position versions, makes indexes", positions.count());
    indexes.makeAgain();
    finish();
    told("filled");
    return String.format(
        Locale.ROOT,
        "%,d position versions, %,d claims, %,d changes of %,d companies",
        positions.count(),
        claims.count(),
        changes.count(),
        histories.size());
  }

  private Copy copyOfContents() throws SQLException {
    return copy("claim_content", "content_id, payload");
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
      // Else all that was written is written out while it is measured.
      statement.execute("CHECKPOINT");
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
    if (positions.count() % PROGRESS_VERSIONS == 0) {
      told("copied %,d position versions", positions.count());
    }
  }

  @Override
  public void claim(Subject subject, ClaimAnnounced claim, String announcement, Instant knownFrom) {
    write(contents.get((int) (claims.count() % contents.size())), claim.eventId(), json(claim));
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

  private void told(String what, Object... values) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedAt);
    out.printf(Locale.ROOT, "  %3d s: %s%n", seconds, String.format(Locale.ROOT, what, values));
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
