package ai.policytracker.query.answer;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;

/** Finds the format that is asked for: by the suffix of the path, else by the Accept header. */
final class Formats {
  private static final String SETTLED = Formats.class.getName();
  private static final String CHANGES = "/v1/changes";
  private static final String ATOM_FEED = "/v1/changes.atom";
  private static final Set<String> STREAMED = Set.of("/v1/changes/stream", "/v1/export");

  private Formats() {}

  /** Routes that send what they have as it comes. */
  static boolean isStreamed(RoutingContext context) {
    return STREAMED.contains(context.normalizedPath());
  }

  /**
   * Whether a format fits what is asked for; where none does, the route may have a form of its own.
   */
  static boolean isSettled(RoutingContext context) {
    return context.get(SETTLED) != null;
  }

  /**
   * Routes know no formats but their own: for them the path loses its suffix, and the Accept header
   * takes what they answer.
   *
   * @return empty where the request was sent on its way again under another path
   */
  static Optional<Format> settle(RoutingContext context) {
    Format before = context.get(SETTLED);
    if (before != null) {
      return Optional.of(before);
    }
    String path = context.normalizedPath();
    if (path.equals(ATOM_FEED)) {
      return Optional.of(settled(context, Format.ATOM));
    }
    for (Format format : Format.values()) {
      String suffix = "." + format.suffix();
      if (format != Format.ATOM && path.endsWith(suffix)) {
        String route = path.substring(0, path.length() - suffix.length());
        if (STREAMED.contains(route)) {
          context.request().headers().set(HttpHeaders.ACCEPT, format.mediaType().toString());
        } else {
          settled(context, format);
        }
        reroute(context, route);
        return Optional.empty();
      }
    }
    Optional<Format> accepted = Format.accepted(context);
    if (accepted.isEmpty()) {
      return Optional.of(Format.JSON);
    }
    if (accepted.get() == Format.ATOM) {
      if (path.equals(CHANGES)) {
        settled(context, Format.ATOM);
        reroute(context, ATOM_FEED);
        return Optional.empty();
      }
      return Optional.of(Format.JSON);
    }
    return Optional.of(settled(context, accepted.get()));
  }

  private static Format settled(RoutingContext context, Format format) {
    context.put(SETTLED, format);
    if (format == Format.ATOM) {
      context.request().headers().set(HttpHeaders.ACCEPT, "application/atom+xml");
    } else if (format != Format.JSON) {
      context.request().headers().set(HttpHeaders.ACCEPT, "application/json");
    }
    return format;
  }

  private static void reroute(RoutingContext context, String path) {
    String query = context.request().query();
    context.reroute(query == null ? path : path + "?" + query);
  }
}
