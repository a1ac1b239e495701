package ai.policytracker.policyservice.decide;

import ai.policytracker.shell.identity.Caller;
import ai.policytracker.shell.identity.Roles;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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

/** What analysts say of who is who. The ETag of each answer is what the next If-Match takes. */
@Path("/v1/companies/{id}")
@Tag(name = "Decisions")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ANALYST)
public class CompanyDecisionsResource {
  private final Decisions decisions;
  private final Caller caller;

  CompanyDecisionsResource(Decisions decisions, Caller caller) {
    this.decisions = decisions;
    this.caller = caller;
  }

  @POST
  @Path("/merge")
  @Operation(
      summary = "What is told of this company counts for another one from now on",
      description = "Taken back by unmerge.")
  @APIResponse(
      responseCode = "200",
      description = "Decided; the ETag is what the next If-Match takes")
  @APIResponse(responseCode = "400", description = "A field cannot be read; problem+json")
  @APIResponse(responseCode = "404", description = "There is none; problem+json")
  @APIResponse(responseCode = "409", description = "Decided so already, or not to be; problem+json")
  @APIResponse(responseCode = "412", description = "Decided meanwhile; problem+json")
  @RequestBody(content = @Content(schema = @Schema(implementation = Posted.Into.class)))
  public Uni<RestResponse<DecidedView>> merge(
      @Parameter(example = Posted.COMPANY) @PathParam("id") String id,
      @Parameter(description = Posted.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
      String body) {
    ObjectNode command = Commands.read(body, Set.of("into"));
    return decisions
        .merge(id, Commands.into(command), ifMatch, Commands.decision(command, caller.actor()))
        .map(DecidedView::answer);
  }

  @POST
  @Path("/unmerge")
  @Operation(summary = "The company is one of its own again")
  @APIResponse(
      responseCode = "200",
      description = "Decided; the ETag is what the next If-Match takes")
  @APIResponse(responseCode = "400", description = "A field cannot be read; problem+json")
  @APIResponse(responseCode = "404", description = "There is none; problem+json")
  @APIResponse(responseCode = "409", description = "Decided so already, or not to be; problem+json")
  @APIResponse(responseCode = "412", description = "Decided meanwhile; problem+json")
  @RequestBody(content = @Content(schema = @Schema(implementation = Posted.Reason.class)))
  public Uni<RestResponse<DecidedView>> unmerge(
      @Parameter(example = Posted.COMPANY) @PathParam("id") String id,
      @Parameter(description = Posted.IF_MATCH) @HeaderParam("If-Match") String ifMatch,
      String body) {
    ObjectNode command = Commands.read(body, Set.of());
    return decisions
        .unmerge(id, ifMatch, Commands.decision(command, caller.actor()))
        .map(DecidedView::answer);
  }
}
