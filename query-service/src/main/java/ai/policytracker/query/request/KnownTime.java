package ai.policytracker.query.request;

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
 * @param seq of the last change that the read model held
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
      WITH seen AS (
        SELECT f.seq, s.low, greatest($1::timestamptz, s.high) AS latest,
          coalesce($2::timestamptz, greatest($1::timestamptz, s.high)) AS known_at
        FROM feed f, (
          SELECT min(watermark) AS low, max(watermark) + interval '1 microsecond' AS high FROM shard
        ) s
      )""";

  /** The columns of {@link #SEEN} that {@link #from} reads. */
  public static final String COLUMNS = "seen.seq, seen.low, seen.latest, seen.known_at";

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

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
   * @param fixed every time that the answer depends on stands in its address
   */
  public <T> RestResponse<T> answer(T body, boolean fixed) {
    return ResponseBuilder.ok(body).header(HttpHeaders.CACHE_CONTROL, cacheControl(fixed)).build();
  }

  String cacheControl(boolean fixed) {
    return isFinal && fixed ? FOR_EVER : "no-store";
  }
}
