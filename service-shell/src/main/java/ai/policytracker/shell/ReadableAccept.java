package ai.policytracker.shell;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses Accept headers that the framework would stumble over. */
class ReadableAccept {

  @ServerRequestFilter(preMatching = true)
  void refuseOthers(ContainerRequestContext request) {
    String accept = request.getHeaderString(HttpHeaders.ACCEPT);
    if (accept != null && !isReadable(accept)) {
      throw new NotAcceptableException();
    }
  }

  private static boolean isReadable(String accept) {
    try {
      Arrays.stream(accept.split(",")).forEach(MediaType::valueOf);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
