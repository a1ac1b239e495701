package ai.policytracker.query.company;

import ai.policytracker.event.Claim;
import ai.policytracker.query.request.Cursor;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.MergedCompanyException;
import ai.policytracker.query.request.Parameters;
import ai.policytracker.shell.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The companies that something is known of. */
@Path("/v1/companies")
@Tag(name = "Companies")
public class CompaniesResource {
  private static final int MAX_LIMIT = 500;
  private static final String LIST = "companies";

  /** {@code $1} is today; feed comes first, as {@link KnownTime#SEEN} says. */
  private static final String SELECT =
      """
      SELECT c.*, (
        SELECT count(*) FROM position_version p
        WHERE p.company = c.company AND p.known_to = 'infinity' AND NOT p.lapsed
          AND p.valid_from <= $1 AND $1 < p.valid_to
      ) AS positions, (
        SELECT count(*) FROM stance_version s
        WHERE s.company = c.company AND s.known_to = 'infinity'
          AND s.valid_from <= $1 AND $1 < s.valid_to
      ) AS stances, ARRAY(
        SELECT a.company FROM company_alias a
        WHERE a.merged_into = c.company AND a.known_to = 'infinity' ORDER BY 1
      ) AS merged_from
      FROM company c WHERE c.version > 0 AND""";

  private static final String LIST_PAGE =
      """
      SELECT f.seq, page.* FROM feed f LEFT JOIN (%s c.company > $2
        AND NOT EXISTS (SELECT FROM company_alias a
          WHERE a.company = c.company AND a.known_to = 'infinity')
        ORDER BY c.company LIMIT $3
      ) page ON true ORDER BY page.company"""
          .formatted(SELECT);

  private static final String GET_ONE =
      """
      SELECT f.seq, a.merged_into, found.* FROM feed f
        LEFT JOIN company_alias a ON a.company = $2 AND a.known_to = 'infinity'
        LEFT JOIN (%s c.company = $2) found ON true"""
          .formatted(SELECT);

  private final Pool pool;

  CompaniesResource(Pool pool) {
    this.pool = pool;
  }

  /**
   * @param next cursor of the next page; null on the last
   * @param seq of the last change that the read model holds
   */
  public record CompaniesView(List<CompanyView> items, String next, long seq) {}

  @GET
  @Operation(summary = "Companies in the order of their ids, without those merged into another")
  @APIResponse(responseCode = "200", description = "A page")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  public Uni<CompaniesView> list(
      @Parameter(description = "1 to 500")
          @QueryParam("limit")
          @DefaultValue(Parameters.DEFAULT_LIMIT)
          String limit,
      @Parameter(description = "The next of an earlier page") @QueryParam("cursor") String cursor) {
    int most = Parameters.limit(limit, MAX_LIMIT);
    String after = Objects.requireNonNullElse(Cursor.last(LIST, cursor), "");
    if (cursor != null && !Claim.isCompanyId(after)) {
      throw Cursor.invalid();
    }
    return pool.preparedQuery(LIST_PAGE)
        .execute(Tuple.of(LocalDate.now(ZoneOffset.UTC), after, most + 1))
        .map(rows -> page(rows, most));
  }

  private static CompaniesView page(RowSet<Row> rows, int most) {
    List<CompanyView> items = new ArrayList<>();
    long seq = 0;
    for (Row row : rows) {
      seq = row.getLong("seq");
      if (row.getString("company") != null) {
        items.add(CompanyView.from(row));
      }
    }
    boolean more = items.size() > most;
    List<CompanyView> page = more ? items.subList(0, most) : items;
    return new CompaniesView(page, more ? Cursor.of(LIST, page.getLast().company()) : null, seq);
  }

  @GET
  @Path("/{company}")
  @Operation(summary = "One company")
  @APIResponse(responseCode = "200", description = "What is known of it, counted")
  @APIResponse(responseCode = "308", description = "Merged: the company that it counts for now")
  @APIResponse(responseCode = "404", description = "No such company; problem+json")
  public Uni<CompanyView> get(@PathParam("company") String company) {
    if (!Claim.isCompanyId(company)) {
      throw unknown(company);
    }
    return pool.preparedQuery(GET_ONE)
        .execute(Tuple.of(LocalDate.now(ZoneOffset.UTC), company))
        .map(rows -> only(rows.iterator().next(), company));
  }

  private static CompanyView only(Row row, String company) {
    String mergedInto = row.getString("merged_into");
    if (mergedInto != null) {
      throw new MergedCompanyException(
          mergedInto, new KnownTime(Instant.now(), row.getLong("seq"), false));
    }
    if (row.getString("company") == null) {
      throw unknown(company);
    }
    return CompanyView.from(row);
  }

  private static RuntimeException unknown(String company) {
    return Problems.notFound("no company is known as " + company);
  }
}
