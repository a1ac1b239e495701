package ai.policytracker.query.request;

import ai.policytracker.shell.HttpDate;
import ai.policytracker.shell.Problems;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The known time that an answer rests on, read in the same statement as the answer.
 *
 * @param seq all changes up to it were known then: with those after it the feed goes on from the
 *     answer. The same for ever where {@code isFinal}
 * @param isFinal no change that is still to come can change the answer
 */
public record KnownTime(Instant knownAt, long seq, boolean isFinal) {
  /**
   * Begins a statement. {@code $1} is now, {@code $2} the known time asked for or null. Now is at
   * least the newest recorded time, which lies up to a microsecond after the highest watermark:
   * PostgreSQL's clock and this one may differ.
   *
   * <p>The table {@code feed} comes first in every statement that reads: a rebuilt read model takes
   * the place of this one under a lock on that table alone.
   */
  public static final String SEEN =
      """
      WITH seen AS MATERIALIZED (
        SELECT t.low, t.latest, t.known_at, coalesce((
            SELECT later.seq - 1 FROM change_seq later WHERE later.latest > t.known_at
            ORDER BY later.latest, later.seq LIMIT 1
          ), f.seq) AS seq
        FROM feed f, (
          SELECT s.low, greatest($1::timestamptz, s.high) AS latest,
            coalesce($2::timestamptz, greatest($1::timestamptz, s.high)) AS known_at
          FROM (
            SELECT min(watermark) AS low, max(watermark) + interval '1 microsecond' AS high
            FROM shard
          ) s
        ) t
      )""";

  /**
   * The same of several questions, one row for each. {@code $1} is now, {@code $2} a JSON array of
   * them with {@code number}, {@code company} and, where they are asked for, {@code asOf}, {@code
   * knownAt} and {@code technology}. How many there are is nothing to the planner, so that one plan
   * is as good as another and is made once.
   */
  public static final String SEEN_OF_EACH =
      """
      WITH seen AS MATERIALIZED (
        SELECT q.number, q.company, q.as_of, q.technology, q.low, q.latest, q.known_at, coalesce((
            SELECT later.seq - 1 FROM change_seq later WHERE later.latest > q.known_at
            ORDER BY later.latest, later.seq LIMIT 1
          ), f.seq) AS seq
        FROM feed f, (
          SELECT a.number, a.company, a."asOf" AS as_of, a.technology, t.low, t.latest,
            coalesce(a."knownAt", t.latest) AS known_at
          FROM (
            SELECT min(watermark) AS low,
              greatest($1::timestamptz, max(watermark) + interval '1 microsecond') AS latest
            FROM shard
          ) t, jsonb_to_recordset($2::text::jsonb) AS a (
            number integer, company text, "asOf" date, "knownAt" timestamptz, technology text)
        ) q
      )""";

  /** The columns of {@link #SEEN} that {@link #from} reads. */
  public static final String COLUMNS = "seen.seq, seen.low, seen.latest, seen.known_at";

  /**
   * Column of statements with a company {@code c}: why it is behind at that known time. What it
   * misses was recorded at its last change or later, so that what came before is as it was.
   */
  public static final String HALTED =
      """
      CASE WHEN c.last_recorded_at <= seen.known_at OR c.last_recorded_at IS NULL
        THEN c.halted_reason END AS halted_reason""";

  /** Column of the same: something had been told of the company at that known time. */
  public static final String COVERED =
      """
      EXISTS (
        SELECT FROM change_log told
        WHERE told.company = c.company AND told.recorded_at <= seen.known_at) AS covered""";

  /** The same of statements across companies: null where none is behind. */
  public static final String ANY_HALTED =
      """
      (SELECT min(halted_reason) FROM company
        WHERE halted_reason IS NOT NULL
          AND (last_recorded_at IS NULL OR last_recorded_at <= seen.known_at)) AS halted_reason""";

  /** May be kept, and is not asked for again. */
  public static final String FOR_EVER = "public, max-age=31536000, immutable";

  /** As a parameter of a statement. */
  public static OffsetDateTime parameter(Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 where it lies in the future
   */
  public static KnownTime from(Row row) {
    Instant knownAt = row.getOffsetDateTime("known_at").toInstant();
    if (knownAt.isAfter(row.getOffsetDateTime("latest").toInstant())) {
      throw Problems.invalid("knownAt", "must not be in the future");
    }
    OffsetDateTime watermark = row.getOffsetDateTime("low");
    boolean isFinal = watermark != null && !knownAt.isAfter(watermark.toInstant());
    return new KnownTime(knownAt, row.getLong("seq"), isFinal);
  }

  /** A company that is halted is behind, whatever the watermarks say. */
  public KnownTime unlessHalted(String haltedReason) {
    return haltedReason == null ? this : new KnownTime(knownAt, seq, false);
  }

  /**
   * With the {@code Memento-Datetime} of RFC 7089 where the answer is the same for ever.
   *
   * @param fixed every time that the answer depends on stands in its address
   */
  public <T> RestResponse<T> answer(T body, boolean fixed) {
    ResponseBuilder<T> answer =
        ResponseBuilder.ok(body).header(HttpHeaders.CACHE_CONTROL, cacheControl(fixed));
    if (isFinal && fixed) {
      answer.header("Memento-Datetime", HttpDate.of(knownAt));
    }
    return answer.build();
  }

  /**
   * @param fixed every time that the answer depends on stands in its address
   */
  public String cacheControl(boolean fixed) {
    return isFinal && fixed ? FOR_EVER : "no-store";
  }
}
