package ai.policytracker.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.InstanceUtils;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
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

  private static final String API = "/v1";

  private static final HttpProblem NO_HOST =
      Problems.invalid("Host", "must be a host, or a host and its port, such as localhost:8082");

  private final ObjectMapper mapper;

  ReadableRequests(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  /** Of HTTP/1.1 Vert.x refuses a request without a host itself, before any filter. */
  void register(@Observes Router router) {
    router
        .route()
        .order(Integer.MIN_VALUE)
        .failureHandler(
            context -> {
              if (context.request().authority() == null) {
                refuse(context, NO_HOST);
              } else {
                context.next();
              }
            });
  }

  private void handle(RoutingContext context) {
    refusal(context.request()).ifPresentOrElse(refusal -> refuse(context, refusal), context::next);
  }

  private void refuse(RoutingContext context, HttpProblem refusal) {
    // Quarkus pauses requests; a body that nobody reads would hold up the connection.
    context.request().resume();
    context
        .response()
        .setStatusCode(refusal.getStatusCode())
        .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
        .end(json(refusal));
  }

  private static Optional<HttpProblem> refusal(HttpServerRequest request) {
    String accept = String.join(",", request.headers().getAll(HttpHeaders.ACCEPT));
    return ReadableAddresses.refusal(request.uri())
        .or(() -> refusalOfHost(request))
        .or(
            () ->
                ReadableAccept.refusal(accept)
                    .map(HttpProblem::builder)
                    .map(p -> p.withInstance(InstanceUtils.pathToInstance(request.path())))
                    .map(HttpProblem.Builder::build));
  }

  /** Addresses in answers begin with it. Probes of health, which may be HTTP/1.0, need none. */
  private static Optional<HttpProblem> refusalOfHost(HttpServerRequest request) {
    return request.authority() == null && request.path().startsWith(API)
        ? Optional.of(NO_HOST)
        : Optional.empty();
  }

  private Buffer json(HttpProblem problem) {
    try {
      return Buffer.buffer(mapper.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
