package ai.policytracker.query.answer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a route costs that does nothing but send bytes from memory. */
@Path("/bare")
public class BareRoute {
  static volatile byte[] bytes = new byte[0];

  @GET
  @Operation(hidden = true)
  @Produces(MediaType.APPLICATION_JSON)
  public byte[] get() {
    return bytes;
  }
}
