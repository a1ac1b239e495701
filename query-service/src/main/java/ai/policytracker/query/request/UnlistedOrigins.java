package ai.policytracker.query.request;

import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers requests of pages whose origin is not listed like those of any client: without CORS
 * headers, so that browsers keep the answer from the page. Quarkus would answer them 403 without a
 * body, and its own pages too where a proxy ends TLS. No answer depends on cookies, so there is
 * nothing that an origin alone could be refused for.
 */
@ApplicationScoped
public class UnlistedOrigins {
  /** Before the CORS filter (300), which passes requests without an origin on. */
  private static final int PRIORITY = 400;

  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final List<String> listed;
  private final List<Pattern> patterns;

  UnlistedOrigins(
      @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins) {
    listed = origins.orElse(List.of());
    patterns = CORSFilter.parseAllowedOriginsRegex(origins);
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && !(READS.contains(request.method()) && isListed(origin))) {
      request.headers().remove(HttpHeaders.ORIGIN);
    }
    context.next();
  }

  private boolean isListed(String origin) {
    return listed.contains("*")
        || listed.contains(origin)
        || CORSFilter.isOriginAllowedByRegex(patterns, origin);
  }
}
