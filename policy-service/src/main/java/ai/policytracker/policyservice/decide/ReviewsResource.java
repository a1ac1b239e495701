package ai.policytracker.policyservice.decide;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

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
  public record ReviewsView(List<ReviewView> items, String next) {}

  @GET
  @Operation(summary = "What should be looked at, by how much the answer would change")
  public Uni<ReviewsView> list(
      @QueryParam("company") String company,
      @QueryParam("limit") @DefaultValue("50") String limit,
      @QueryParam("cursor") String cursor) {
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
      description =
          "{\"decision\": \"CONFIRM\" | \"REJECT\" | \"REOPEN\", \"reason\": \"...\"}; REOPEN takes"
              + " an earlier verdict back.")
  public Uni<RestResponse<DecidedView>> review(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, String body) {
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
        return new Place(Long.parseLong(parts[0]), parts[1]);
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw Problems.invalid("cursor", "must be the \"next\" of an earlier page");
      }
    }

    String text() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((impactDays + " " + claimId).getBytes(StandardCharsets.US_ASCII));
    }
  }
}
