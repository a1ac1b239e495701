package ai.policytracker.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.InstanceUtils;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Refuses requests whose head cannot be read, before anything stumbles over it. */
@ApplicationScoped
public class ReadableRequests {
  /** Before CORS (300), which reads the address. */
  private static final int PRIORITY = 1000;

  private final ObjectMapper mapper;

  ReadableRequests(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext context) {
    Optional<HttpProblem> refusal = refusal(context.request());
    if (refusal.isEmpty()) {
      context.next();
      return;
    }
    // Quarkus pauses requests; a body that nobody reads would hold up the connection.
    context.request().resume();
    context
        .response()
        .setStatusCode(refusal.get().getStatusCode())
        .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
        .end(json(refusal.get()));
  }

  private static Optional<HttpProblem> refusal(HttpServerRequest request) {
    String accept = String.join(",", request.headers().getAll(HttpHeaders.ACCEPT));
    return ReadableAddresses.refusal(request.uri())
        .or(
            () ->
                ReadableAccept.refusal(accept)
                    .map(HttpProblem::builder)
                    .map(p -> p.withInstance(InstanceUtils.pathToInstance(request.path())))
                    .map(HttpProblem.Builder::build));
  }

  private Buffer json(HttpProblem problem) {
    try {
      return Buffer.buffer(mapper.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
