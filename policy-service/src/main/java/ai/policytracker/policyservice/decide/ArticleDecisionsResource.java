package ai.policytracker.policyservice.decide;

import ai.policytracker.shell.identity.Caller;
import ai.policytracker.shell.identity.Roles;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What analysts say of a whole article. */
@Path("/v1/articles/{id}")
@Tag(name = "Decisions")
public class ArticleDecisionsResource {
  private final Decisions decisions;
  private final Caller caller;

  ArticleDecisionsResource(Decisions decisions, Caller caller) {
    this.decisions = decisions;
    this.caller = caller;
  }

  /** What the withdrawal moved, in short. */
  public record WithdrawnView(String articleId, List<DecidedView.Told> changes) {}

  @POST
  @Path("/retraction")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      summary = "Judges an article wrong: every claim of it that holds",
      description = "Each claim is retracted by a decision of its own and can be taken back alone.")
  @APIResponse(responseCode = "200", description = "What the withdrawal moved, in short")
  @APIResponse(responseCode = "400", description = "A field cannot be read; problem+json")
  @APIResponse(responseCode = "404", description = "There is none; problem+json")
  @RequestBody(content = @Content(schema = @Schema(implementation = Posted.Reason.class)))
  public Uni<WithdrawnView> retract(
      @Parameter(example = Posted.ARTICLE) @PathParam("id") String id, String body) {
    ObjectNode command = Commands.read(body, Set.of());
    return decisions
        .retractArticle(id, Commands.decision(command, caller.actor()))
        .map(changes -> new WithdrawnView(id, changes.stream().map(DecidedView.Told::of).toList()));
  }
}
