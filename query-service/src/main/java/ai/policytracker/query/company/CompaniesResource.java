package ai.policytracker.query.company;

import ai.policytracker.event.Claim;
import ai.policytracker.query.position.PositionVersions;
import ai.policytracker.query.request.Conditions;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.Listed;
import ai.policytracker.query.request.MergedCompanyException;
import ai.policytracker.query.request.Page;
import ai.policytracker.query.request.PageParameters;
import ai.policytracker.query.request.Times;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The companies that something is known of. */
@Path("/v1/companies")
@Tag(name = "Companies")
public class CompaniesResource {
  private static final int MAX_LIMIT = 500;
  private static final String KNOWN = "known_from <= seen.known_at AND seen.known_at < known_to";

  private static final String SELECT =
      """
      SELECT c.company, coalesce(l.version, 0) AS version,
        l.seq AS last_seq, l.type AS last_type, l.recorded_at AS last_recorded_at,
        (l.payload ->> 'validFrom')::date AS last_valid_from, (
          SELECT count(*) FROM {versions}
        ) AS positions, (
          SELECT count(*) FROM stance_version
          WHERE company = c.company AND {known}
            AND valid_from <= $3::date AND $3::date < valid_to
        ) AS stances, ARRAY(
          SELECT company FROM company_alias WHERE merged_into = c.company AND {known} ORDER BY 1
        ) AS merged_from
      FROM company c LEFT JOIN LATERAL (
        SELECT * FROM change_log WHERE company = c.company AND recorded_at <= seen.known_at
        ORDER BY recorded_at DESC, version DESC LIMIT 1
      ) l ON true
      WHERE c.version > 0"""
          .replace("{versions}", PositionVersions.knownOf("c.company", "$3::date", ""))
          .replace("{known}", KNOWN);

  private static final String LIST_PAGE =
      KnownTime.SEEN
          + """
          SELECT {seen}, {halted}, page.* FROM seen LEFT JOIN LATERAL ({select}
            AND l.version IS NOT NULL {asked} AND NOT EXISTS (
              SELECT FROM company_alias WHERE company = c.company AND {known})
            ORDER BY c.company LIMIT {limit}
          ) page ON true ORDER BY page.company"""
              .replace("{seen}", KnownTime.COLUMNS)
              .replace("{halted}", KnownTime.ANY_HALTED)
              .replace("{select}", SELECT)
              .replace("{known}", KNOWN);

  private static final String GET_ONE =
      KnownTime.SEEN
          + """
          SELECT {seen}, found.*, coverage.*,
            (SELECT {halted} FROM company c WHERE c.company = $4) AS halted_reason,
            (SELECT merged_into FROM company_alias WHERE company = $4 AND {known})
          FROM seen LEFT JOIN LATERAL ({select} AND c.company = $4) found ON true
          CROSS JOIN LATERAL (
            SELECT count(DISTINCT t.article_id) AS articles, count(DISTINCT v.claim_id) AS claims,
              count(DISTINCT t.publisher) AS publishers, max(t.received_at::timestamptz) AS last_read
            FROM claim_version v JOIN claim_content t USING (content_id)
            WHERE v.company = $4 AND {known}
          ) coverage"""
              .replace("{seen}", KnownTime.COLUMNS)
              .replace("{halted}", KnownTime.HALTED)
              .replace("{select}", SELECT)
              .replace("{known}", KNOWN);

  private final Pool pool;

  CompaniesResource(Pool pool) {
    this.pool = pool;
  }

  /**
   * @param next cursor of the next page; null on the last
   */
  public record CompaniesView(
      List<CompanyView> items,
      @Nullable String next,
      LocalDate asOf,
      Instant knownAt,
      @JsonProperty("final") boolean isFinal,
      long seq) {}

  @GET
  @Operation(summary = "Companies in the order of their ids, without those merged into another")
  @APIResponse(responseCode = "200", description = "A page")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  public Uni<RestResponse<CompaniesView>> list(@BeanParam PageParameters paging) {
    Page page = paging.page(1, MAX_LIMIT, "companies");
    Conditions asked = Conditions.at(page.times());
    page.after().forEach(last -> asked.and("c.company > ?::text", last));
    return Listed.ask(
            pool,
            LIST_PAGE.replace("{asked}", asked.sql()),
            asked,
            page,
            "company",
            CompanyView::from,
            row -> List.of(row.getString("company")))
        .map(found -> found.answer(page, CompaniesView::new));
  }

  @GET
  @Path("/{company}")
  @Operation(
      summary = "One company, and how much was read of it",
      description =
          "A company of which no policy is known is answered 200 with what was read; one that no"
              + " article tells of is answered 404.")
  @APIResponse(responseCode = "200", description = "What is known of it, counted")
  @APIResponse(
      responseCode = "308",
      description = "Merged at that known time: the company that it counts for")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  @APIResponse(responseCode = "404", description = "Not covered; problem+json")
  public Uni<RestResponse<OneCompanyView>> get(
      @PathParam("company") String company,
      @Parameter(description = Times.AS_OF) @QueryParam("asOf") String asOf,
      @Parameter(description = Times.KNOWN_AT) @QueryParam("knownAt") String knownAt) {
    Times times = Times.of(asOf, knownAt);
    if (!Claim.isCompanyId(company)) {
      throw NotCovered.company(company);
    }
    return pool.preparedQuery(GET_ONE)
        .execute(times.parameters(company))
        .map(rows -> only(rows.iterator().next(), company, times));
  }

  private static RestResponse<OneCompanyView> only(Row row, String company, Times times) {
    KnownTime known = KnownTime.from(row).unlessHalted(row.getString("halted_reason"));
    if (row.getString("merged_into") != null) {
      throw new MergedCompanyException(row.getString("merged_into"), known);
    }
    if (row.getString("company") == null) {
      NotCovered.refuse(company, known, times.isFixed());
      return known.answer(OneCompanyView.notCovered(company, times.asOf(), known), true);
    }
    return known.answer(OneCompanyView.from(row, times.asOf(), known), times.isFixed());
  }
}
