package ai.policytracker.policyservice.decide;

import ai.policytracker.event.Claim;
import ai.policytracker.shell.Problems;
import ai.policytracker.shell.identity.Caller;
import ai.policytracker.shell.identity.Roles;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What should be looked at, the answer that would change most positions first. */
@Path("/v1/reviews")
@Tag(name = "Decisions")
public class ReviewsResource {
  private static final int MOST = 500;

  private final Pool pool;
  private final Decisions decisions;
  private final Caller caller;

  ReviewsResource(Pool pool, Decisions decisions, Caller caller) {
    this.pool = pool;
    this.decisions = decisions;
    this.caller = caller;
  }

  /**
   * @param id the claim that the review is about: {@code GET /v1/claims/{id}}
   * @param subject key of what it is about: company/technology/activity/audience/target
   * @param reason LOW_CONFIDENCE, DISPUTED, CONTESTED or UNSURE
   * @param impactDays days of positions that the answer would change, up to a year from now
   */
  public record ReviewView(
      String id,
      String company,
      String subject,
      String reason,
      long impactDays,
      double confidence,
      Instant since) {
    static ReviewView of(Row row) {
      return new ReviewView(
          row.getString("claim_id"),
          row.getString("company"),
          row.getString("subject"),
          row.getString("reason"),
          row.getLong("impact_days"),
          row.getDouble("confidence"),
          row.getOffsetDateTime("since").toInstant());
    }
  }

  /**
   * @param next opaque; null on the last page
   */
  public record ReviewsView(List<ReviewView> items, @Nullable String next) {}

  @GET
  @Operation(summary = "What should be looked at, by how much the answer would change")
  @APIResponse(responseCode = "200", description = "A page")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  public Uni<ReviewsView> list(
      @Parameter(description = "Only of this company", example = Posted.COMPANY)
          @QueryParam("company")
          String company,
      @Parameter(
              description = "1 to 500",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "500",
                      defaultValue = "50"))
          @QueryParam("limit")
          @DefaultValue("50")
          String limit,
      @Parameter(description = "The next of an earlier page") @QueryParam("cursor") String cursor) {
    if (company != null && !Claim.isCompanyId(company)) {
      throw Problems.invalid("company", "must be a company's id, a slug such as clearview-ai");
    }
    int most = limit(limit);
    Place after = Place.read(cursor);
    return pool.preparedQuery(
            """
            SELECT * FROM review_item
            WHERE ($1::text IS NULL OR company = $1)
              AND ($2::bigint IS NULL OR (-impact_days, claim_id) > (-$2::bigint, $3::text))
            ORDER BY impact_days DESC, claim_id LIMIT $4""")
        .execute(Tuple.of(company, after.impactDays(), after.claimId(), most + 1))
        .map(rows -> page(rows, most));
  }

  @POST
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      summary = "Confirms or rejects the announcement that a claim belongs to",
      description = "REOPEN takes an earlier verdict back.")
  @APIResponse(
      responseCode = "200",
      description = "Decided; the ETag is what the next If-Match takes")
  @APIResponse(responseCode = "400", description = "A field cannot be read; problem+json")
  @APIResponse(responseCode = "404", description = "There is none; problem+json")
  @APIResponse(responseCode = "409", description = "Decided so already, or not to be; problem+json")
  @APIResponse(responseCode = "412", description = "Decided meanwhile; problem+json")
  @RequestBody(content = @Content(schema = @Schema(implementation = Posted.Review.class)))
  public Uni<RestResponse<DecidedView>> review(
      @Parameter(example = Posted.CLAIM) @PathParam("id") String id,
      @Parameter(description = Posted.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
      String body) {
    ObjectNode command = Commands.read(body, Set.of("decision"));
    return decisions
        .review(id, ifMatch, Commands.verdict(command), Commands.decision(command, caller.actor()))
        .map(DecidedView::answer);
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Answered below, like a number out of range.
    }
    throw Problems.invalid("limit", "must be a whole number from 1 to " + MOST);
  }

  private static ReviewsView page(RowSet<Row> rows, int most) {
    List<ReviewView> items = new ArrayList<>();
    rows.forEach(row -> items.add(ReviewView.of(row)));
    if (items.size() <= most) {
      return new ReviewsView(items, null);
    }
    ReviewView last = items.get(most - 1);
    return new ReviewsView(
        List.copyOf(items.subList(0, most)), new Place(last.impactDays(), last.id()).text());
  }

  /** Where a page ended. */
  private record Place(Long impactDays, String claimId) {
    static Place read(String cursor) {
      if (cursor == null) {
        return new Place(null, null);
      }
      try {
        String[] parts =
            new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII)
                .split(" ", 2);
        if (parts[1].indexOf('\0') < 0) {
          return new Place(Long.parseLong(parts[0]), parts[1]);
        }
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        // Answered below, like a place that can be none.
      }
      throw Problems.invalid("cursor", "must be the \"next\" of an earlier page");
    }

    String text() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((impactDays + " " + claimId).getBytes(StandardCharsets.US_ASCII));
    }
  }
}
