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
      description = "{\"into\": \"meta\", \"reason\": \"...\"}; taken back by unmerge.")
  public Uni<RestResponse<DecidedView>> merge(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, String body) {
    ObjectNode command = Commands.read(body, Set.of("into"));
    return decisions
        .merge(id, Commands.into(command), ifMatch, Commands.decision(command, caller.actor()))
        .map(DecidedView::answer);
  }

  @POST
  @Path("/unmerge")
  @Operation(summary = "The company is one of its own again", description = "{\"reason\": \"...\"}")
  public Uni<RestResponse<DecidedView>> unmerge(
      @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, String body) {
    ObjectNode command = Commands.read(body, Set.of());
    return decisions
        .unmerge(id, ifMatch, Commands.decision(command, caller.actor()))
        .map(DecidedView::answer);
  }
}
