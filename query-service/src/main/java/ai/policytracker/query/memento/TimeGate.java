package ai.policytracker.query.memento;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Every read that takes a known time is a TimeGate of its own (RFC 7089, pattern 1.2): with {@code
 * Accept-Datetime} it is answered as with that known time, and the answer names the address of the
 * state that it shows. A time after the newest final one is answered with that one.
 */
public class TimeGate {
  /** Before the filters that look at parameters. */
  private static final int FIRST = 100;

  /** The route is not chosen yet: what takes a known time, told by its path. */
  private static final Pattern TIMED =
      Pattern.compile(
          "/?v1/(companies|positions|topics|stances|announcements|articles|search)(/.*)?");

  private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final String CHOSEN = "memento";
  private static final String WATERMARK = "SELECT min(s.watermark) FROM feed f, shard s";

  private final Pool pool;

  TimeGate(Pool pool) {
    this.pool = pool;
  }

  @ServerRequestFilter(preMatching = true, priority = FIRST)
  public Uni<Response> choose(ContainerRequestContext request) {
    String wanted = request.getHeaderString(Memento.ACCEPT_DATETIME);
    if (wanted == null
        || !isTimed(request)
        || request.getUriInfo().getQueryParameters().containsKey(Memento.KNOWN_AT)) {
      return null;
    }
    Instant time = Memento.parse(wanted);
    return pool.preparedQuery(WATERMARK)
        .execute()
        .map(rows -> rows.iterator().next().getOffsetDateTime(0))
        .map(newest -> newest == null ? Instant.EPOCH : newest.toInstant())
        .invoke(newest -> ask(request, time.isAfter(newest) ? newest : time))
        .replaceWith((Response) null);
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
    if (request.getProperty(CHOSEN) != null) {
      headers.putSingle(HttpHeaders.CONTENT_LOCATION, asked.toString());
      // A time that lies ahead is answered otherwise later; only the address named here stays.
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
  }
}
