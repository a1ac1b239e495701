package ai.policytracker.query.answer;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values of Link headers (RFC 8288); relative, as the service does not know its outer address. */
final class Links {
  private Links() {}

  static String next(UriInfo asked, String cursor) {
    String query = asked.getRequestUri().getRawQuery();
    String rest =
        Stream.concat(
                query == null
                    ? Stream.empty()
                    : Arrays.stream(query.split("&")).filter(p -> !p.startsWith("cursor=")),
                Stream.of("cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)))
            .collect(Collectors.joining("&"));
    return "<" + asked.getRequestUri().getRawPath() + "?" + rest + ">; rel=\"next\"";
  }
}
