package ai.policytracker.shell;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses Accept headers that are none: the framework would stumble over some, and pass over
 * others.
 */
final class ReadableAccept {
  /** Old Java clients send the star alone. */
  private static final Pattern RANGE =
      Pattern.compile("(?:\\*|[\\w!#$%&'*+.^`|~-]+/[\\w!#$%&'*+.^`|~-]+)\\s*+(?:;.*)?");

  private ReadableAccept() {}

  /**
   * @param accept the header's values, set apart by commas; empty where there are none
   */
  static Optional<HttpProblem> refusal(String accept) {
    return Arrays.stream(accept.split(",")).allMatch(ReadableAccept::isRange)
        ? Optional.empty()
        : Optional.of(
            Problems.invalid(
                HttpHeaders.ACCEPT, "must be media types, such as application/json, text/*;q=0.5"));
  }

  private static boolean isRange(String text) {
    String range = text.strip();
    if (range.isEmpty()) {
      return true;
    }
    try {
      return RANGE.matcher(range).matches() && MediaType.valueOf(range) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
