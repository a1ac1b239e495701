package ai.policytracker.query.memento;

import ai.policytracker.event.Claim;
import ai.policytracker.query.company.NotCovered;
import ai.policytracker.query.request.Conditions;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.Listed;
import ai.policytracker.query.request.Page;
import ai.policytracker.query.request.Parameters;
import ai.policytracker.query.request.Times;
import ai.policytracker.shell.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The known times at which what is told of a company changed (RFC 7089). */
@Path("/v1/companies/{company}/timemap")
@Tag(name = "Companies")
public class TimeMapResource {
  private static final List<String> ORIGINALS = List.of("company", "positions", "timeline");

  private static final String SELECT =
      KnownTime.SEEN
          + """
          SELECT {seen}, CASE WHEN c.version > 0 THEN c.company END AS company, {halted},
            page.recorded_at
          FROM seen LEFT JOIN company c ON c.company = $4
            LEFT JOIN LATERAL (
              SELECT DISTINCT recorded_at FROM change_log
              WHERE $3::date IS NOT NULL AND company = $4 AND recorded_at <= seen.known_at {asked}
              ORDER BY recorded_at LIMIT {limit}
            ) page ON true ORDER BY page.recorded_at"""
              .replace("{seen}", KnownTime.COLUMNS)
              .replace("{halted}", KnownTime.HALTED);

  private final Pool pool;

  TimeMapResource(Pool pool) {
    this.pool = pool;
  }

  @GET
  @Produces(TimeMap.TYPE)
  @Operation(
      summary = "The states of a company's answers: one memento for each time that it changed",
      description = "Of what an answer says as of its own day; pages follow as rel=timemap.")
  @APIResponse(responseCode = "200", description = "application/link-format, the oldest first")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  @APIResponse(responseCode = "404", description = "Not covered; problem+json")
  public Uni<RestResponse<String>> get(
      @PathParam("company") String company,
      @Parameter(description = "What the mementos are of: company, positions, timeline")
          @QueryParam("of")
          @DefaultValue("company")
          String of,
      @Parameter(description = Times.KNOWN_AT) @QueryParam("knownAt") String knownAt,
      @Parameter(description = Page.LIMIT)
          @QueryParam("limit")
          @DefaultValue(Parameters.DEFAULT_LIMIT)
          String limit,
      @Parameter(description = Page.CURSOR) @QueryParam("cursor") String cursor,
      UriInfo uri) {
    if (!ORIGINALS.contains(of)) {
      throw Problems.invalid("of", "must be one of " + String.join(", ", ORIGINALS));
    }
    if (!Claim.isCompanyId(company)) {
      throw NotCovered.company(company);
    }
    Page page = Page.of(Times.of(null, knownAt), limit, cursor, 1, "timemap", company, of, knownAt);
    Conditions asked = Conditions.at(page.times());
    asked.parameter(company);
    page.after()
        .forEach(
            last ->
                asked.and(
                    "recorded_at > ?::timestamptz",
                    KnownTime.parameter(Parameters.instant("cursor", last))));
    String sql =
        SELECT
            .replace("{asked}", asked.sql())
            .replace("{limit}", asked.parameter(page.limit() + 1));
    return pool.preparedQuery(sql)
        .execute(asked.parameters())
        .invoke(rows -> refuseNotCovered(rows.iterator().next(), company, page))
        .map(
            rows ->
                Listed.from(
                    rows,
                    page,
                    "recorded_at",
                    TimeMapResource::instant,
                    row -> List.of(instant(row).toString())))
        .map(found -> answer(found, original(company, of, uri), page, uri));
  }

  private static Instant instant(Row row) {
    return row.getOffsetDateTime("recorded_at").toInstant();
  }

  private static void refuseNotCovered(Row row, String company, Page page) {
    if (row.getString("company") == null) {
      KnownTime known = KnownTime.from(row).unlessHalted(row.getString("halted_reason"));
      NotCovered.refuse(company, known, page.times().isFixed());
    }
  }

  private static URI original(String company, String of, UriInfo uri) {
    String path = "v1/companies/" + company + (of.equals("company") ? "" : "/" + of);
    return uri.getBaseUri().resolve(path);
  }

  private static RestResponse<String> answer(
      Listed<Instant> found, URI original, Page page, UriInfo uri) {
    String text = new TimeMap(original, uri.getRequestUri(), found).text();
    return found.known().answer(text, page.times().isFixed());
  }
}
