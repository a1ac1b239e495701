package ai.policytracker.query.answer;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** A form of an answer; all say the same. */
enum Format {
  JSON("json", "application", "json"),
  /** One object of the list on each line. */
  NDJSON("ndjson", "application", "x-ndjson"),
  /** RFC 4180, with a line of column names. */
  CSV("csv", "text", "csv"),
  ATOM("atom", "application", "atom+xml");

  private final String suffix;
  private final String type;
  private final String subtype;
  private final MediaType mediaType;
  private final String contentType;

  Format(String suffix, String type, String subtype) {
    this.suffix = suffix;
    this.type = type;
    this.subtype = subtype;
    this.contentType = type + "/" + subtype + ";charset=UTF-8";
    this.mediaType = MediaType.valueOf(contentType);
  }

  String suffix() {
    return suffix;
  }

  /** Of a path that asks for it; JSON is what is answered without one. */
  String suffixOfPath() {
    return this == JSON ? "" : "." + suffix;
  }

  MediaType mediaType() {
    return mediaType;
  }

  String contentType() {
    return contentType;
  }

  /** Empty where no value of the Accept header fits; JSON where there is none. */
  static Optional<Format> accepted(RoutingContext request) {
    String accept = request.request().getHeader("Accept");
    if (accept == null || accept.equals("*/*") || accept.equals("application/json")) {
      return Optional.of(JSON);
    }
    return request.parsedHeaders().accept().stream()
        .filter(wanted -> wanted.weight() > 0)
        .flatMap(wanted -> fitting(wanted).stream())
        .findFirst();
  }

  private static Optional<Format> fitting(MIMEHeader wanted) {
    for (Format format : values()) {
      if (fits(wanted.component(), format.type) && fits(wanted.subComponent(), format.subtype)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private static boolean fits(String wanted, String value) {
    return wanted.equals("*") || wanted.equalsIgnoreCase(value);
  }
}
