package ai.policytracker.query.stream;

import ai.policytracker.query.change.ChangeFilter;
import ai.policytracker.query.change.FeedCursor;
import ai.policytracker.query.change.FilterParameters;
import ai.policytracker.query.feed.FeedTail;
import ai.policytracker.query.request.OpenAnswers;
import ai.policytracker.query.request.Parameters;
import ai.policytracker.query.request.Places;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** The feed as it grows. */
@Path("/v1/changes/stream")
@Tag(name = "Changes")
public class ChangeStreamResource {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final FeedTail tail;
  private final SharedPages pages;
  private final StreamSettings settings;
  private final OpenAnswers answers;
  private final Places places;

  ChangeStreamResource(
      FeedTail tail,
      SharedPages pages,
      StreamSettings settings,
      OpenAnswers answers,
      MeterRegistry metrics) {
    this.tail = tail;
    this.pages = pages;
    this.settings = settings;
    this.answers = answers;
    this.places =
        new Places(
            answers,
            metrics.gauge("tracker.streams.open", new AtomicInteger()),
            settings.mostOpen(),
            RETRY_AFTER,
            "As many streams are open as there is room for; come back later, or ask for pages.");
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Changes as they come, as server-sent events",
      description =
          "Each change is an event without a name; its data is the change as /v1/changes shows it,"
              + " its id is where to go on. A comment comes at the beginning and whenever nothing"
              + " did for a while. The event reset says that the stream goes on elsewhere: reason"
              + " BEHIND, read /v1/changes from after to seq; reason EPOCH, its numbers have begun"
              + " anew, or AHEAD, it never came to where the client was, read it from 0.")
  @APIResponse(responseCode = "200", description = "Goes on until either side ends it")
  @APIResponse(responseCode = "400", description = "A parameter cannot be read; problem+json")
  @APIResponse(responseCode = "429", description = "Too many streams are open; problem+json")
  public RestMulti<OutboundSseEvent> stream(
      @Parameter(description = "Begin after this seq; default with the next change")
          @QueryParam("after")
          String after,
      @Parameter(description = "Go on after this event; goes before after")
          @HeaderParam("Last-Event-ID")
          String lastEventId,
      @BeanParam FilterParameters parameters,
      @Context Sse sse,
      @Context RoutingContext call) {
    ChangeFilter filter = parameters.filter();
    FeedCursor place = place(after, lastEventId);
    Runnable leave = places.take(call);
    Multi<OutboundSseEvent> events =
        Multi.createBy()
            .repeating()
            .uni(() -> new ClientStream(tail, pages, settings, filter, place), ClientStream::next)
            .until(ClientStream.Step::ended)
            .onItem()
            .transformToIterable(ClientStream.Step::events)
            .map(event -> sent(event, sse))
            .onTermination()
            .invoke(leave);
    return RestMulti.fromMultiData(answers.told("stream", events))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        // Proxies that gather answers before they pass them on are asked not to.
        .header("X-Accel-Buffering", "no")
        .build();
  }

  private static FeedCursor place(String after, String lastEventId) {
    if (lastEventId != null && !lastEventId.isBlank()) {
      return FeedCursor.ofEvent(lastEventId.strip());
    }
    return after == null ? null : new FeedCursor(null, Parameters.after(after));
  }

  private OutboundSseEvent sent(StreamEvent event, Sse sse) {
    OutboundSseEvent.Builder builder = sse.newEventBuilder().id(event.id());
    return switch (event) {
      case StreamEvent.Changed changed -> builder.data(changed.json()).build();
      case StreamEvent.Heartbeat heartbeat ->
          builder.comment("heartbeat").reconnectDelay(settings.reconnectAfter().toMillis()).build();
      case StreamEvent.Reset reset ->
          builder
              .name("reset")
              .data(
                  "{\"reason\":\"%s\",\"after\":%d,\"seq\":%d}"
                      .formatted(reset.reason(), reset.after(), reset.seq()))
              .build();
    };
  }
}
