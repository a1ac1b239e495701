package ai.policytracker.query.answer;

import ai.policytracker.query.feed.FeedTail;
import ai.policytracker.shell.ProblemTypes;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Puts every answer into the format that is asked for, tells caches what they may do with it, and
 * keeps it in memory where it will be good for others.
 */
public class RenderedAnswers {
  /** The last of the response filters: what others put into the headers is kept too. */
  private static final int LAST = 100;

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int PERMANENT_REDIRECT = 308;
  private static final int NOT_ACCEPTABLE = 406;

  private final CurrentVertxRequest current;
  private final FeedTail tail;
  private final AnswerMemory memory;
  private final Renderer renderer;
  private final AnswerSettings settings;

  RenderedAnswers(
      CurrentVertxRequest current,
      FeedTail tail,
      AnswerMemory memory,
      Renderer renderer,
      AnswerSettings settings) {
    this.current = current;
    this.tail = tail;
    this.memory = memory;
    this.renderer = renderer;
    this.settings = settings;
  }

  @ServerResponseFilter(priority = LAST)
  public void render(ContainerRequestContext request, ContainerResponseContext response) {
    Asked asked = current.getCurrent() == null ? null : current.getCurrent().get(Asked.KEY);
    Object answer = response.getEntity();
    if (asked != null && response.getStatus() == PERMANENT_REDIRECT) {
      keepFormat(asked.address().format(), response.getHeaders(), HttpHeaders.LOCATION);
    }
    if (asked == null || response.getStatus() != OK) {
      return;
    }
    if (isRendered(asked, answer)) {
      render(asked, answer, request, response);
    }
    omitWhatTheCallerHas(request, response);
  }

  /** The suffix was taken from the path before the route was chosen. */
  private static void keepFormat(
      Format format, MultivaluedMap<String, Object> headers, String name) {
    Object address = headers.getFirst(name);
    if (address != null) {
      String[] pathAndQuery = address.toString().split("\\?", 2);
      pathAndQuery[0] += format.suffixOfPath();
      headers.putSingle(name, String.join("?", pathAndQuery));
    }
  }

  private void render(
      Asked asked,
      Object answer,
      ContainerRequestContext request,
      ContainerResponseContext response) {
    if (!Formats.isSettled(current.getCurrent())) {
      throw notAcceptable(
          "No value of the Accept header fits: the answer is JSON, and lists are NDJSON and CSV too.");
    }
    Format format = asked.address().format();
    byte[] body = body(format, answer);
    response.setEntity(body, response.getEntityAnnotations(), format.mediaType());
    // Not before: the response is another one now, with headers of its own.
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle(HttpHeaders.CONTENT_TYPE, format.contentType());
    keepFormat(format, headers, HttpHeaders.CONTENT_LOCATION);
    boolean isWhole = true;
    if (answer instanceof Record) {
      AnswerShape shape = AnswerShape.of(answer);
      shape.seqOf(answer).ifPresent(tail::shown);
      isWhole = shape.seqOf(answer).orElse(asked.seq()) >= asked.seq();
      shape
          .nextOf(answer)
          .ifPresent(
              next ->
                  headers.add(HttpHeaders.LINK, Links.next(request.getUriInfo(), next, format)));
    }
    boolean settled =
        String.valueOf(headers.getFirst(HttpHeaders.CACHE_CONTROL)).contains("immutable");
    boolean forNow = !asked.address().has("knownAt");
    if (asked.tag() != null && (settled || (forNow && isWhole))) {
      tag(asked, settled, headers);
      keep(asked, headers, body);
    }
  }

  /** A route that writes its answer itself has its own format. */
  private static boolean isRendered(Asked asked, Object answer) {
    return answer instanceof Record
        || (answer instanceof String && asked.address().format() == Format.ATOM);
  }

  private byte[] body(Format format, Object answer) {
    if (!(answer instanceof Record)) {
      return answer.toString().getBytes(StandardCharsets.UTF_8);
    }
    if (format != Format.JSON && !AnswerShape.of(answer).isList()) {
      throw notAcceptable(
          "This answer is one object, which is written as JSON; CSV and NDJSON are lists.");
    }
    return switch (format) {
      case JSON, ATOM -> renderer.json(answer);
      case NDJSON -> renderer.ndjson(answer);
      case CSV -> renderer.csv(answer);
    };
  }

  private void tag(Asked asked, boolean settled, MultivaluedMap<String, Object> headers) {
    String tag = settled ? Tags.of(tail.head(), asked.address()).settled() : asked.tag();
    headers.putSingle(HttpHeaders.ETAG, tag);
    if (!settled) {
      headers.putSingle(HttpHeaders.CACHE_CONTROL, AnswerHeaders.ASK_AGAIN);
    }
  }

  private void keep(Asked asked, MultivaluedMap<String, Object> headers, byte[] body) {
    List<Map.Entry<String, String>> kept = new ArrayList<>();
    headers.forEach((name, values) -> values.forEach(v -> kept.add(Map.entry(name, v.toString()))));
    long good = System.nanoTime() + settings.nowKeptFor().toNanos();
    memory.keep(
        asked.address().key(),
        new Answer(String.valueOf(headers.getFirst(HttpHeaders.ETAG)), good, kept, body));
  }

  /** Not before the route has shown that there is an answer (RFC 9110, 13.1.2). */
  private static void omitWhatTheCallerHas(
      ContainerRequestContext request, ContainerResponseContext response) {
    String ifNoneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    String tag = response.getHeaderString(HttpHeaders.ETAG);
    if (Tags.isAny(ifNoneMatch) || (tag != null && Tags.names(ifNoneMatch, tag))) {
      response.setStatus(NOT_MODIFIED);
      response.setEntity(null);
      response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
    }
  }

  private static HttpProblem notAcceptable(String detail) {
    return HttpProblem.builder()
        .withType(ProblemTypes.of("not-acceptable"))
        .withStatus(NOT_ACCEPTABLE)
        .withTitle("Not Acceptable")
        .withDetail(detail)
        .build();
  }
}
