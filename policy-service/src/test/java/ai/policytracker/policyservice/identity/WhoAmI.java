package ai.policytracker.policyservice.identity;

import ai.policytracker.shell.identity.Caller;
import ai.policytracker.shell.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** As resources for analysts ask who calls; part of the service under test only. */
@Path("/test/who-am-i")
public class WhoAmI {
  private final Caller caller;

  WhoAmI(Caller caller) {
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Roles.ANALYST)
  public Uni<String> analyst() {
    String actor = caller.actor();
    return Uni.createFrom().item(actor);
  }

  @GET
  @Path("open")
  public String open() {
    return "open";
  }

  /** Forgets to ask for a role. */
  @GET
  @Path("forgotten")
  public String forgotten() {
    return caller.actor();
  }
}
