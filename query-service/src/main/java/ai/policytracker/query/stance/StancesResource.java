package ai.policytracker.query.stance;

import ai.policytracker.query.request.Conditions;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.Listed;
import ai.policytracker.query.request.Page;
import ai.policytracker.query.request.PageParameters;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who takes which side on a law, bill, ban or regulation. */
@Path("/v1/stances")
@Tag(name = "Stances")
public class StancesResource {
  private static final List<String> KEY =
      List.of("target", "jurisdiction", "technology", "company", "announcement");
  private static final String ORDER = String.join(", ", KEY);

  private static final String SELECT =
      KnownTime.SEEN
          + """
          SELECT {seen}, {halted}, page.* FROM seen LEFT JOIN LATERAL (
            SELECT target, jurisdiction, technology, company, announcement,
              payload::text AS payload
            FROM stance_version
            WHERE known_from <= seen.known_at AND seen.known_at < known_to
              AND valid_from <= $3::date AND $3::date < valid_to {asked}
            ORDER BY {order} LIMIT {limit}
          ) page ON true ORDER BY {order}"""
              .replace("{seen}", KnownTime.COLUMNS)
              .replace("{halted}", KnownTime.ANY_HALTED)
              .replace("{order}", ORDER);

  private final Pool pool;

  StancesResource(Pool pool) {
    this.pool = pool;
  }

  /**
   * @param next cursor of the next page; null on the last
   */
  public record StancesView(
      List<TargetStance> items,
      @Nullable String next,
      LocalDate asOf,
      Instant knownAt,
      @JsonProperty("final") boolean isFinal,
      long seq) {}

  @GET
  @Operation(
      summary = "Stances of all companies, target by target",
      description = "Filters but target take several values, set apart by commas.")
  @APIResponse(responseCode = "200", description = "A page, in the order of target and company")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  public Uni<RestResponse<StancesView>> list(
      @BeanParam StanceFilter filter, @BeanParam PageParameters paging) {
    Page page = paging.page(KEY.size(), Page.MAX_LIMIT, filter.asked());
    Conditions asked = filter.conditions(page);
    if (!page.isFirst()) {
      asked.and(
          "(%s) > (?::text, ?::text, ?::text, ?::text, ?::text)".formatted(ORDER),
          page.after().toArray());
    }
    return Listed.ask(
            pool,
            SELECT.replace("{asked}", asked.sql()),
            asked,
            page,
            "company",
            TargetStance::from,
            row -> KEY.stream().map(row::getString).toList())
        .map(found -> found.answer(page, StancesView::new));
  }
}
