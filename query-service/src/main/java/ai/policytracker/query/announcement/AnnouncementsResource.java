package ai.policytracker.query.announcement;

import ai.policytracker.event.ClaimAnnounced;
import ai.policytracker.policy.Segment;
import ai.policytracker.policy.Subject;
import ai.policytracker.query.Payloads;
import ai.policytracker.query.position.SubjectRow;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.Times;
import ai.policytracker.shell.Problems;
import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** An announcement with every claim, source and quote. */
@Path("/v1/announcements/{id}")
@Tag(name = "Announcements")
public class AnnouncementsResource {
  private static final Pattern CLAIM_ID = Pattern.compile("[\\w.-]{1,100}");

  /** The segment while it holds comes before what is left of it after its end. */
  private static final String SELECT =
      KnownTime.SEEN
          + """
          , asked AS (
            SELECT v.company, v.announcement, {subject}::text AS subject
            FROM claim_version v, seen
            WHERE v.claim_id = $3 AND v.announcement IS NOT NULL
              AND v.known_from <= seen.known_at AND seen.known_at < v.known_to
            ORDER BY v.company, v.technology, v.activity, v.audience, v.target LIMIT 1
          )
          SELECT asked.*, {halted}, {seen},
            (SELECT json_agg(p.payload ORDER BY p.lapsed, p.valid_from)::text
              FROM position_version p
              WHERE p.company = asked.company AND p.announcement = asked.announcement
                AND p.known_from <= seen.known_at AND seen.known_at < p.known_to) AS segments,
            (SELECT json_agg(s.payload ORDER BY s.valid_from)::text
              FROM stance_version s
              WHERE s.company = asked.company AND s.announcement = asked.announcement
                AND s.known_from <= seen.known_at AND seen.known_at < s.known_to) AS stances,
            (SELECT json_agg(t.payload ORDER BY v.claim_id)::text
              FROM claim_version v JOIN claim_content t USING (content_id)
              WHERE v.company = asked.company AND v.announcement = asked.announcement
                AND v.known_from <= seen.known_at AND seen.known_at < v.known_to) AS claims
          FROM seen LEFT JOIN asked ON true LEFT JOIN company c ON c.company = asked.company"""
              .replace("{seen}", KnownTime.COLUMNS)
              .replace("{halted}", KnownTime.HALTED)
              .replace("{subject}", SubjectRow.COLUMNS);

  private final Pool pool;

  AnnouncementsResource(Pool pool) {
    this.pool = pool;
  }

  @GET
  @Operation(summary = "An announcement, by the id of any of its claims, as known at a time")
  @APIResponse(responseCode = "200", description = "With all its claims, in the order of their ids")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  @APIResponse(responseCode = "404", description = "Not known at that time; problem+json")
  public Uni<RestResponse<AnnouncementView>> get(
      @PathParam("id") String id,
      @Parameter(description = Times.AS_OF) @QueryParam("asOf") String asOf,
      @Parameter(description = Times.KNOWN_AT) @QueryParam("knownAt") String knownAt) {
    Times times = Times.of(asOf, knownAt);
    if (!CLAIM_ID.matcher(id).matches()) {
      throw unknown(id);
    }
    return pool.preparedQuery(SELECT)
        .execute(times.parametersWithoutDate(id))
        .map(rows -> answer(rows.iterator().next(), id, times));
  }

  private static RestResponse<AnnouncementView> answer(Row row, String id, Times times) {
    KnownTime known = KnownTime.from(row).unlessHalted(row.getString("halted_reason"));
    String announcement = row.getString("announcement");
    if (announcement == null) {
      throw unknown(id);
    }
    TypeReference<List<Segment>> ofSegments = new TypeReference<>() {};
    Stream<Segment> segments =
        Stream.of("segments", "stances")
            .flatMap(column -> Payloads.list(row.getString(column), ofSegments).stream());
    List<ClaimAnnounced> claims =
        Payloads.list(row.getString("claims"), new TypeReference<List<ClaimAnnounced>>() {});
    if (claims.isEmpty()) {
      // Their contents are still to come, from another company's stream.
      throw unknown(id);
    }
    Subject subject =
        Payloads.one(row.getString("subject"), SubjectRow.class).of(row.getString("company"));
    FoundAnnouncement found =
        new FoundAnnouncement(announcement, subject, segments.toList(), claims);
    return known.answer(AnnouncementView.of(found, times.asOf(), known), times.isFixed());
  }

  private static RuntimeException unknown(String id) {
    return Problems.notFound("no announcement with the claim " + id + " is known at that time");
  }
}
