package ai.policytracker.policyservice.identity;

import ai.policytracker.shell.identity.Caller;
import ai.policytracker.shell.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** As resources for analysts ask who calls; part of the service under test only. */
@Path("/test/who-am-i")
public class WhoAmI {
  private final Caller caller;

  WhoAmI(Caller caller) {
    this.caller = caller;
  }

  @GET
  @Operation(hidden = true)
  @RolesAllowed(Roles.ANALYST)
  public Uni<String> analyst() {
    String actor = caller.actor();
    return Uni.createFrom().item(actor);
  }

  @GET
  @Operation(hidden = true)
  @Path("open")
  public String open() {
    return "open";
  }

  /** Forgets to ask for a role. */
  @GET
  @Operation(hidden = true)
  @Path("forgotten")
  public String forgotten() {
    return caller.actor();
  }
}
