package ai.policytracker.query.memento;

import ai.policytracker.shell.Problems;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of RFC 7089 for addresses: an original, its states in time, and the list of these. */
final class Memento {
  static final String ACCEPT_DATETIME = "Accept-Datetime";
  static final String KNOWN_AT = "knownAt";

  private static final Pattern COMPANY_ROUTE =
      Pattern.compile("(/v1/companies/[^/]+)(?:/(positions|timeline))?");

  private Memento() {}

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 where it is no date
   */
  static Instant parse(String httpDate) {
    try {
      return OffsetDateTime.parse(httpDate.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
          .toInstant();
    } catch (DateTimeException e) {
      throw Problems.invalid(
          ACCEPT_DATETIME, "must be a date such as Fri, 12 Jun 2020 10:00:00 GMT");
    }
  }

  static URI at(URI original, Instant knownAt) {
    return UriBuilder.fromUri(original).replaceQueryParam(KNOWN_AT, knownAt).build();
  }

  static String original(URI asked) {
    String address = asked.toString();
    String query = asked.getRawQuery();
    if (query == null || !query.contains(KNOWN_AT)) {
      return address;
    }
    if (query.indexOf('%') >= 0) {
      return UriBuilder.fromUri(asked)
          .replaceQueryParam(KNOWN_AT, (Object[]) null)
          .build()
          .toString();
    }
    // The same, for the addresses of nearly all reads, at a twentieth of the cost.
    StringJoiner rest = new StringJoiner("&", "?", "").setEmptyValue("");
    for (String parameter : query.split("&")) {
      if (!parameter.equals(KNOWN_AT) && !parameter.startsWith(KNOWN_AT + "=")) {
        rest.add(parameter);
      }
    }
    return address.substring(0, address.indexOf('?')) + rest;
  }

  /** Null where the address has none: only those of one company have. */
  static String timeMap(URI asked) {
    Matcher route = COMPANY_ROUTE.matcher(asked.getRawPath());
    if (!route.matches()) {
      return null;
    }
    String address = asked.toString();
    String company = route.group(1);
    String timeMap = address.substring(0, address.indexOf(company)) + company + "/timemap";
    return route.group(2) == null ? timeMap : timeMap + "?of=" + route.group(2);
  }
}
