package ai.policytracker.policyservice.decide;

import ai.policytracker.event.Authority;
import ai.policytracker.event.Claim;
import ai.policytracker.event.Correction;
import ai.policytracker.event.SourceArticle;
import ai.policytracker.event.Verdict;
import ai.policytracker.policy.ClaimState;
import ai.policytracker.shell.identity.Caller;
import ai.policytracker.shell.identity.Roles;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What analysts say of a claim. */
@Path("/v1/claims/{id}")
@Tag(name = "Decisions")
public class ClaimDecisionsResource {
  private final Decisions decisions;
  private final Caller caller;

  ClaimDecisionsResource(Decisions decisions, Caller caller) {
    this.decisions = decisions;
    this.caller = caller;
  }

  /**
   * @param claim as it counts, or as it was read where it does not hold
   * @param correctedBy whose word changed what was read; null where nobody's did
   * @param verdict of a review of its announcement; null where there is none
   */
  public record ClaimView(
      String claimId,
      boolean holds,
      Claim claim,
      SourceArticle article,
      @Nullable Authority correctedBy,
      @Nullable Correction changes,
      @Nullable Verdict verdict) {
    static ClaimView of(ClaimState state) {
      ClaimState.Ruling ruling = state.byAnalyst() != null ? state.byAnalyst() : state.byArticle();
      Authority by = state.byAnalyst() != null ? Authority.ANALYST : Authority.ARTICLE;
      return new ClaimView(
          state.claimId(),
          state.held().isPresent(),
          state.held().map(held -> held.content().claim()).orElse(state.reading().claim()),
          state.reading().article(),
          ruling == null ? null : by,
          ruling == null ? null : ruling.changes(),
          state.review() == null ? null : state.review().verdict());
    }
  }

  @GET
  @Operation(summary = "A claim as it counts now; its ETag is what If-Match takes")
  @APIResponse(responseCode = "200", description = "As it counts")
  @APIResponse(responseCode = "404", description = "There is none; problem+json")
  public Uni<RestResponse<ClaimView>> claim(
      @Parameter(example = Posted.CLAIM) @PathParam("id") String id) {
    return decisions
        .claim(id)
        .map(
            state ->
                RestResponse.ResponseBuilder.ok(ClaimView.of(state))
                    .header("ETag", Revision.of(state).tag())
                    .build());
  }

  @POST
  @Path("/correction")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      summary = "Corrects fields of a claim",
      description =
          "Null takes a field away; {} says that the claim stands as it was read, which takes back"
              + " an earlier correction or retraction.")
  @APIResponse(
      responseCode = "200",
      description = "Decided; the ETag is what the next If-Match takes")
  @APIResponse(responseCode = "400", description = "A field cannot be read; problem+json")
  @APIResponse(responseCode = "404", description = "There is none; problem+json")
  @APIResponse(responseCode = "409", description = "Decided so already, or not to be; problem+json")
  @APIResponse(responseCode = "412", description = "Decided meanwhile; problem+json")
  @RequestBody(content = @Content(schema = @Schema(implementation = Posted.Changes.class)))
  public Uni<RestResponse<DecidedView>> correct(
      @Parameter(example = Posted.CLAIM) @PathParam("id") String id,
      @Parameter(description = Posted.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
      String body) {
    ObjectNode command = Commands.read(body, Set.of("changes"));
    return decisions
        .correct(id, ifMatch, Commands.changes(command), Commands.decision(command, caller.actor()))
        .map(DecidedView::answer);
  }

  @POST
  @Path("/retraction")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ANALYST)
  @Operation(summary = "Judges a claim wrong")
  @APIResponse(
      responseCode = "200",
      description = "Decided; the ETag is what the next If-Match takes")
  @APIResponse(responseCode = "400", description = "A field cannot be read; problem+json")
  @APIResponse(responseCode = "404", description = "There is none; problem+json")
  @APIResponse(responseCode = "409", description = "Decided so already, or not to be; problem+json")
  @APIResponse(responseCode = "412", description = "Decided meanwhile; problem+json")
  @RequestBody(content = @Content(schema = @Schema(implementation = Posted.Reason.class)))
  public Uni<RestResponse<DecidedView>> retract(
      @Parameter(example = Posted.CLAIM) @PathParam("id") String id,
      @Parameter(description = Posted.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
      String body) {
    ObjectNode command = Commands.read(body, Set.of());
    return decisions
        .retract(id, ifMatch, Commands.decision(command, caller.actor()))
        .map(DecidedView::answer);
  }
}
