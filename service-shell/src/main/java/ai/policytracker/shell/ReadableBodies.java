package ai.policytracker.shell;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses what no resource can read before the framework stumbles over it. */
class ReadableBodies {
  private static final String IDENTITY = "identity";

  @ServerRequestFilter(preMatching = true)
  void refuseOthers(ContainerRequestContext request) {
    String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase(IDENTITY)) {
      throw Problems.unsupported("Content-Encoding: send the body uncompressed.");
    }
    String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
    if (type != null && !isMediaType(type)) {
      throw Problems.unsupported("Content-Type: must be one media type, such as application/json.");
    }
  }

  private static boolean isMediaType(String text) {
    try {
      return !text.contains(",") && MediaType.valueOf(text) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
