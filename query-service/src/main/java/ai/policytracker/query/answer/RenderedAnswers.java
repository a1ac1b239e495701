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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Puts every answer into the format that is asked for, tells caches what they may do with it, and
 * keeps it in memory where it will be good for others.
 */
public class RenderedAnswers {
  /** The last of the response filters: what others put into the headers is kept too. */
  private static final int LAST = 100;

  private static final int OK = 200;
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
    if (asked == null || response.getStatus() != OK || !isRendered(asked, answer)) {
      return;
    }
    MultivaluedMap<String, Object> headers = response.getHeaders();
    boolean isWhole = true;
    if (answer instanceof Record) {
      AnswerShape shape = AnswerShape.of(answer);
      shape.seqOf(answer).ifPresent(tail::shown);
      isWhole = shape.seqOf(answer).orElse(asked.seq()) >= asked.seq();
      shape
          .nextOf(answer)
          .ifPresent(next -> headers.add(HttpHeaders.LINK, Links.next(request.getUriInfo(), next)));
    }
    byte[] body = body(asked.address().format(), answer);
    Format format = asked.address().format();
    response.setEntity(body, response.getEntityAnnotations(), format.mediaType());
    headers.putSingle(HttpHeaders.CONTENT_TYPE, format.contentType());
    boolean settled =
        String.valueOf(headers.getFirst(HttpHeaders.CACHE_CONTROL)).contains("immutable");
    boolean forNow = !asked.address().has("knownAt");
    if (asked.tag() != null && isWhole && (settled || forNow)) {
      tag(asked, settled, headers);
      keep(asked, settled, headers, body);
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
      throw notAList();
    }
    return switch (format) {
      case JSON, ATOM -> renderer.json(answer);
      case NDJSON -> renderer.ndjson(answer);
      case CSV -> renderer.csv(answer);
    };
  }

  private void tag(Asked asked, boolean settled, MultivaluedMap<String, Object> headers) {
    String tag = settled ? Tags.settled(tail.head(), asked.address().format()) : asked.tag();
    headers.putSingle(HttpHeaders.ETAG, tag);
    if (!settled) {
      headers.putSingle(HttpHeaders.CACHE_CONTROL, AnswerHeaders.ASK_AGAIN);
    }
  }

  private void keep(
      Asked asked, boolean settled, MultivaluedMap<String, Object> headers, byte[] body) {
    List<Map.Entry<String, String>> kept =
        headers.entrySet().stream()
            .flatMap(
                header ->
                    header.getValue().isEmpty()
                        ? Stream.<Map.Entry<String, String>>empty()
                        : Stream.of(Map.entry(header.getKey(), joined(header.getValue()))))
            .toList();
    long good =
        System.nanoTime() + (settled ? Long.MAX_VALUE / 2 : settings.nowKeptFor().toNanos());
    memory.keep(
        asked.address().key(),
        new Answer(String.valueOf(headers.getFirst(HttpHeaders.ETAG)), good, kept, body));
  }

  private static String joined(List<Object> values) {
    return String.join(", ", values.stream().map(Object::toString).toList());
  }

  private static HttpProblem notAList() {
    return HttpProblem.builder()
        .withType(ProblemTypes.of("not-acceptable"))
        .withStatus(NOT_ACCEPTABLE)
        .withTitle("Not Acceptable")
        .withDetail(
            "This answer is one object, which is written as JSON; CSV and NDJSON are lists.")
        .build();
  }
}
