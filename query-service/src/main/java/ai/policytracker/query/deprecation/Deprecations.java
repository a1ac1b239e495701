package ai.policytracker.query.deprecation;

import ai.policytracker.shell.HttpDate;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Tells on every answer of a deprecated route since when it is, until when it stays and what next.
 */
@ApplicationScoped
public class Deprecations {
  /** Before answers from memory (50), which have it too. */
  private static final int PRIORITY = 60;

  private final DeprecationSettings settings;

  Deprecations(DeprecationSettings settings) {
    this.settings = settings;
  }

  void register(@Observes Filters filters) {
    if (!settings.routes().isEmpty()) {
      filters.register(this::handle, PRIORITY);
    }
  }

  private void handle(RoutingContext context) {
    settings
        .routes()
        .forEach(
            (path, route) -> {
              if (context.normalizedPath().startsWith(path)) {
                context.addHeadersEndHandler(ended -> tell(route, context.response().headers()));
              }
            });
    context.next();
  }

  static void tell(DeprecationSettings.Route route, MultiMap headers) {
    headers.set("Deprecation", "@" + startOf(route.since()).toEpochSecond());
    route
        .sunset()
        .map(day -> HttpDate.of(startOf(day).toInstant()))
        .ifPresent(day -> headers.set("Sunset", day));
    route
        .instead()
        .ifPresent(path -> headers.add("Link", "<" + path + ">; rel=\"successor-version\""));
  }

  private static ZonedDateTime startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC);
  }
}
