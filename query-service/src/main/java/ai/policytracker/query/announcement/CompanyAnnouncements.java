package ai.policytracker.query.announcement;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Subject;
import ai.policytracker.query.Payloads;
import ai.policytracker.query.position.PositionVersions;
import ai.policytracker.query.position.SubjectRow;
import ai.policytracker.query.request.KnownTime;
import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** All announcements of a company at one known time, each as its own page shows it. */
@ApplicationScoped
public class CompanyAnnouncements {
  private static final String SELECT =
      KnownTime.SEEN
          + """
          , held AS (
            SELECT p.announcement, p.payload, p.lapsed, p.valid_from FROM seen, {versions}
            UNION ALL
            SELECT s.announcement, s.payload, false, s.valid_from FROM stance_version s, seen
            WHERE s.company = $3 AND s.known_from <= seen.known_at AND seen.known_at < s.known_to
          ), told AS (
            SELECT announcement, {subject}::text AS subject,
              jsonb_agg(t.payload ORDER BY v.claim_id)::text AS claims
            FROM seen, claim_version v JOIN claim_content t USING (content_id)
            WHERE v.company = $3 AND v.announcement IS NOT NULL
              AND v.known_from <= seen.known_at AND seen.known_at < v.known_to
            GROUP BY announcement, technology, activity, audience, target
          )
          SELECT told.*, c.halted_reason, {seen}, (
              SELECT json_agg(h.payload ORDER BY h.lapsed, h.valid_from)::text FROM held h
              WHERE h.announcement = told.announcement
            ) AS segments
          FROM seen, told, company c WHERE c.company = $3 ORDER BY told.announcement"""
              .replace("{seen}", KnownTime.COLUMNS)
              .replace("{versions}", PositionVersions.knownOf("$3", "NULL::date", ""))
              .replace("{subject}", SubjectRow.COLUMNS);

  private final Pool pool;

  CompanyAnnouncements(Pool pool) {
    this.pool = pool;
  }

  /** In the order of their ids. */
  public Uni<List<AnnouncementView>> at(String company, Instant knownAt) {
    Tuple parameters =
        Tuple.of(KnownTime.parameter(Instant.now()), KnownTime.parameter(knownAt), company);
    return pool.preparedQuery(SELECT)
        .execute(parameters)
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> view(row, company))
                    .toList());
  }

  private static AnnouncementView view(Row row, String company) {
    KnownTime known = KnownTime.from(row).unlessHalted(row.getString("halted_reason"));
    Subject subject = Payloads.one(row.getString("subject"), SubjectRow.class).of(company);
    List<ClaimAnnounced> claims =
        Payloads.list(row.getString("claims"), new TypeReference<List<ClaimAnnounced>>() {});
    List<Segment> segments =
        Payloads.list(row.getString("segments"), new TypeReference<List<Segment>>() {});
    return AnnouncementView.of(
        new FoundAnnouncement(row.getString("announcement"), subject, segments, claims),
        LocalDate.ofInstant(known.knownAt(), ZoneOffset.UTC),
        known);
  }
}
