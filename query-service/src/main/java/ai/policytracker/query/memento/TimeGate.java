package ai.policytracker.query.memento;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Every read that takes a known time is a TimeGate of its own (RFC 7089, pattern 1.2): with {@code
 * Accept-Datetime} it is answered as with that known time, and the answer names the address of the
 * state that it shows. A time after the newest final one is answered with that one, and one before
 * anything was told of a company with the first one of that company.
 */
public class TimeGate {
  /** Before the filters that look at parameters. */
  private static final int FIRST = 100;

  /** The route is not chosen yet: what takes a known time, told by its path. */
  private static final Pattern TIMED =
      Pattern.compile(
          "/?v1/(companies|positions|topics|stances|announcements|articles|search|export)(/.*)?");

  private static final Pattern OF_COMPANY = Pattern.compile("/?v1/companies/([^/]+).*");

  /** Where one of them is given, the state is chosen. */
  private static final Set<String> KNOWN_TIMES =
      Set.of(Memento.KNOWN_AT, "fromKnownAt", "toKnownAt");

  private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final String CHOSEN = "memento";
  private static final String RANGE =
      """
      SELECT (SELECT min(recorded_at) FROM change_log WHERE company = $1) AS first,
        min(s.watermark) AS newest
      FROM feed f, shard s""";

  private final Pool pool;

  TimeGate(Pool pool) {
    this.pool = pool;
  }

  @ServerRequestFilter(preMatching = true, priority = FIRST)
  public Uni<Response> choose(ContainerRequestContext request) {
    String wanted = request.getHeaderString(Memento.ACCEPT_DATETIME);
    if (wanted == null
        || !isTimed(request)
        || !Collections.disjoint(request.getUriInfo().getQueryParameters().keySet(), KNOWN_TIMES)) {
      return null;
    }
    Instant time = Memento.parse(wanted);
    Matcher ofCompany = OF_COMPANY.matcher(request.getUriInfo().getPath());
    return pool.preparedQuery(RANGE)
        .execute(Tuple.of(ofCompany.matches() ? ofCompany.group(1) : null))
        .map(rows -> rows.iterator().next())
        .invoke(range -> ask(request, nearest(time, range)))
        .replaceWith((Response) null);
  }

  private static Instant nearest(Instant time, Row range) {
    Instant first = instant(range, "first");
    Instant newest = instant(range, "newest");
    Instant last = newest.isBefore(first) ? first : newest;
    return time.isBefore(first) ? first : time.isAfter(last) ? last : time;
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? Instant.EPOCH : time.toInstant();
  }

  private static boolean isTimed(ContainerRequestContext request) {
    return TIMED.matcher(request.getUriInfo().getPath()).matches();
  }

  private static void ask(ContainerRequestContext request, Instant knownAt) {
    request.setProperty(CHOSEN, knownAt);
    request.setRequestUri(Memento.at(request.getUriInfo().getRequestUri(), knownAt));
  }

  @ServerResponseFilter
  public void tell(ContainerRequestContext request, ContainerResponseContext response) {
    if (!isTimed(request) || !READS.contains(request.getMethod())) {
      return;
    }
    MultivaluedMap<String, Object> headers = response.getHeaders();
    boolean chosen = request.getProperty(CHOSEN) != null;
    if (chosen) {
      // A time that lies ahead is answered otherwise later; only the address of the answer stays.
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
    if (response.getStatus() != Response.Status.OK.getStatusCode()) {
      return;
    }
    URI asked = request.getUriInfo().getRequestUri();
    headers.add(HttpHeaders.LINK, "<" + Memento.original(asked) + ">; rel=\"original timegate\"");
    String timeMap = Memento.timeMap(asked);
    if (timeMap != null) {
      headers.add(
          HttpHeaders.LINK, "<" + timeMap + ">; rel=\"timemap\"; type=\"" + TimeMap.TYPE + "\"");
    }
    if (chosen) {
      headers.putSingle(HttpHeaders.CONTENT_LOCATION, asked.toString());
    }
  }
}
