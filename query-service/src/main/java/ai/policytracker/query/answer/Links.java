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

  /** Of the same format: pages are as good as their first one without its headers. */
  static String next(UriInfo asked, String cursor, Format format) {
    String query = asked.getRequestUri().getRawQuery();
    String rest =
        Stream.concat(
                query == null
                    ? Stream.empty()
                    : Arrays.stream(query.split("&")).filter(p -> !p.startsWith("cursor=")),
                Stream.of("cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)))
            .collect(Collectors.joining("&"));
    String path = asked.getRequestUri().getRawPath() + format.suffixOfPath();
    return "<" + path + "?" + rest + ">; rel=\"next\"";
  }
}
