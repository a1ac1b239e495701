package ai.policytracker.query.memento;

import ai.policytracker.query.request.KnownTime;
import ai.policytracker.shell.Problems;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of RFC 7089 for addresses: an original, its states in time, and the list of these. */
final class Memento {
  static final String ACCEPT_DATETIME = "Accept-Datetime";
  static final String KNOWN_AT = "knownAt";

  /** Queries of which no part has another spelling. */
  private static final Pattern PLAIN = Pattern.compile("(?:\\w+=[\\w.:,-]*&?)*");

  private static final Pattern COMPANY_ROUTE =
      Pattern.compile("(/v1/companies/[^/]+)(?:/(positions|timeline))?");

  private Memento() {}

  static String httpDate(Instant time) {
    return KnownTime.httpDate(time);
  }

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

  static URI original(URI asked) {
    String query = asked.getRawQuery();
    if (query == null || !query.contains(KNOWN_AT)) {
      return asked;
    }
    if (!PLAIN.matcher(query).matches()) {
      return UriBuilder.fromUri(asked).replaceQueryParam(KNOWN_AT, (Object[]) null).build();
    }
    // The same, for the addresses of nearly all reads, at a twentieth of the cost.
    String rest =
        Arrays.stream(query.split("&"))
            .filter(parameter -> !parameter.startsWith(KNOWN_AT + "="))
            .collect(Collectors.joining("&"));
    String address = asked.toString();
    String path = address.substring(0, address.indexOf('?'));
    return URI.create(rest.isEmpty() ? path : path + "?" + rest);
  }

  /** Null where the address has none: only those of one company have. */
  static URI timeMap(URI original) {
    Matcher route = COMPANY_ROUTE.matcher(original.getPath());
    if (!route.matches()) {
      return null;
    }
    UriBuilder timeMap =
        UriBuilder.fromUri(original).replacePath(route.group(1) + "/timemap").replaceQuery(null);
    if (route.group(2) != null) {
      timeMap.queryParam("of", route.group(2));
    }
    return timeMap.build();
  }
}
