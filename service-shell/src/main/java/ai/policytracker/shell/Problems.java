package ai.policytracker.shell;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.InstanceUtils;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Errors as RFC 9457 problem+json. The type URIs are stable names: clients may switch on them. */
public final class Problems {
  private static final int MAX_DETAIL_CHARS = 500;
  private static final String TYPES = "urn:policy-tracker:problem:";

  private Problems() {}

  /**
   * One thing that is wrong with a request.
   *
   * @param pointer JSON pointer into the body ({@code /text}; empty for the whole), or the name of
   *     a parameter
   * @param detail what is wrong and how to mend it
   */
  public record FieldError(String pointer, String detail) {}

  /** 400: the request breaks a rule; each error names its field. */
  public static HttpProblem invalid(List<FieldError> errors) {
    return invalid(400, errors);
  }

  public static HttpProblem invalid(String pointer, String detail) {
    return invalid(List.of(new FieldError(pointer, detail)));
  }

  /** 413: a field or the body is larger than allowed. */
  public static HttpProblem tooLarge(String pointer, String detail) {
    return invalid(413, List.of(new FieldError(pointer, detail)));
  }

  /** 414: path and query together are longer than allowed. */
  static HttpProblem addressTooLong(String detail) {
    return of("address-too-long", 414, "URI Too Long", detail).build();
  }

  /**
   * 429: as many of these are open as the service has places for.
   *
   * @param retryAfter when one may have become free
   */
  public static HttpProblem tooMany(String detail, Duration retryAfter) {
    return HttpProblem.builder(of("too-many", 429, "Too Many Requests", detail).build())
        .withHeader("Retry-After", Long.toString(retryAfter.toSeconds()))
        .build();
  }

  /** 415: the body comes in a form or an encoding that is not read. */
  public static HttpProblem unsupported(String detail) {
    return of("unsupported-media-type", 415, "Unsupported media type", detail).build();
  }

  /** 404: nothing is known under this id. */
  public static HttpProblem notFound(String detail) {
    return of("not-found", 404, "Not found", detail).build();
  }

  /**
   * 405: the path takes other methods.
   *
   * @param taken those
   */
  static HttpProblem methodNotAllowed(Collection<String> taken) {
    String detail = "This path does not take this method.";
    return HttpProblem.builder(of("method-not-allowed", 405, "Method Not Allowed", detail).build())
        .withHeader("Allow", String.join(", ", taken))
        .build();
  }

  /** 409: the state does not allow it. */
  public static HttpProblem conflict(String detail) {
    return of("conflict", 409, "Conflict", detail).build();
  }

  /** 412: If-Match names an earlier state. */
  public static HttpProblem preconditionFailed(String detail) {
    return of("precondition-failed", 412, "Precondition failed", detail).build();
  }

  /** The answer to a request that failed with something else than a problem. */
  public static Response answer(HttpProblem problem, UriInfo asked) {
    return HttpProblem.builder(problem)
        .withInstance(InstanceUtils.pathToInstance(asked.getPath()))
        .build()
        .toResponse();
  }

  private static HttpProblem invalid(int status, List<FieldError> errors) {
    FieldError first = errors.getFirst();
    String where = first.pointer().isEmpty() ? "" : first.pointer() + ": ";
    return of("invalid-request", status, "Invalid request", where + first.detail())
        .with("errors", errors)
        .build();
  }

  private static HttpProblem.Builder of(String type, int status, String title, String detail) {
    return HttpProblem.builder()
        .withType(URI.create(TYPES + type))
        .withStatus(status)
        .withTitle(title)
        .withDetail(printable(detail));
  }

  /** Details may quote the caller and are logged: no line breaks, no book. */
  private static String printable(String detail) {
    String oneLine = detail.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
    return oneLine.length() <= MAX_DETAIL_CHARS
        ? oneLine
        : oneLine.substring(0, MAX_DETAIL_CHARS) + "...";
  }
}
