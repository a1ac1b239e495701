package ai.policytracker.query.deprecation;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Routes that are on their way out; none at present. */
@ConfigMapping(prefix = "tracker.deprecation")
public interface DeprecationSettings {
  /** By the path that all of their addresses begin with, such as {@code /v1/topics}. */
  Map<String, Route> routes();

  /** A route on its way out. */
  interface Route {
    /** The day, in UTC, from which it is deprecated; told in {@code Deprecation} (RFC 9745). */
    LocalDate since();

    /** The day, in UTC, on which it may go; told in {@code Sunset} (RFC 8594). */
    Optional<LocalDate> sunset();

    /** Path of what to use instead; told in {@code Link} as the successor version. */
    Optional<String> instead();
  }
}
