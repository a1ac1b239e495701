package ai.policytracker.query.answer;

import ai.policytracker.query.feed.FeedHead;
import ai.policytracker.query.feed.FeedTail;
import ai.policytracker.query.request.KnownTime;
import ai.policytracker.query.request.ReadYourWrites;
import io.quarkus.vertx.http.runtime.HttpCompressionHandler;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers reads before they reach their routes, where what was answered before still holds: with
 * 304 where the caller has it, else with the bytes that are in memory. What it cannot answer goes
 * on to its route with the format and the ETag that the answer will have.
 */
@ApplicationScoped
public class AnswersFromMemory {
  /** After CORS (300), so that its headers are on every answer. */
  private static final int PRIORITY = 50;

  private static final String API = "/v1/";
  private static final int NOT_MODIFIED = 304;

  private final FeedTail tail;
  private final AnswerMemory memory;
  private final Set<String> compressed;
  private final String vary;

  AnswersFromMemory(
      FeedTail tail,
      AnswerMemory memory,
      @ConfigProperty(name = "quarkus.http.compress-media-types") Set<String> compressed,
      @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins) {
    this.tail = tail;
    this.memory = memory;
    this.compressed = compressed;
    this.vary = AnswerHeaders.VARY + (origins.isPresent() ? ", Origin" : "");
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean isRead = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    if (!context.normalizedPath().startsWith(API)) {
      context.next();
      return;
    }
    if (!isRead) {
      // What a path takes does not depend on its suffix.
      Formats.settle(context).ifPresent(format -> context.next());
      return;
    }
    if (Formats.isStreamed(context)) {
      addHeadersAtEnd(context);
      context.next();
      return;
    }
    Optional<Format> format = Formats.settle(context);
    if (format.isEmpty()) {
      return;
    }
    Address address =
        Address.of(
            request.getHeader(HttpHeaders.HOST),
            context.normalizedPath(),
            request.query(),
            format.get());
    if (!Formats.isSettled(context) || asksForMore(address, request)) {
      goOn(context, new Asked(address, null, tail.head().seq()));
    } else if (address.has("knownAt")) {
      answer(context, address, Tags::settled);
    } else {
      answerForNow(context, address);
    }
  }

  /** Reads that name a state, in whatever way but by knownAt, are answered from the database. */
  private static boolean asksForMore(Address address, HttpServerRequest request) {
    return address.has(ReadYourWrites.MIN_SEQ)
        || address.has(ReadYourWrites.MIN_VERSION)
        || request.headers().contains("Accept-Datetime");
  }

  private void answerForNow(RoutingContext context, Address address) {
    Optional<String> company = address.company();
    if (company.isEmpty()) {
      answer(context, address, Tags::ofFeed);
      return;
    }
    String id = company.get();
    if (tail.versionOf(id).isPresent()) {
      answer(context, address, tags -> tags.ofCompany(tail.versionOf(id).orElse(0L)));
    } else {
      tail.load(id)
          .subscribe()
          .with(
              loaded -> answer(context, address, tags -> tags.ofCompany(loaded)),
              // What hinders it hinders the read too, which tells.
              failure -> goOn(context, new Asked(address, null, tail.head().seq())));
    }
  }

  /**
   * @param tagOf looks at what is known no earlier than it is called: after it was found current
   */
  private void answer(RoutingContext context, Address address, Function<Tags, String> tagOf) {
    boolean isCurrent = tail.isCurrent();
    FeedHead head = tail.head();
    Tags tags = Tags.of(head, address);
    String tag = tagOf.apply(tags);
    Answer kept = isCurrent ? memory.get(address.key()) : null;
    if (isCurrent && Tags.names(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
      notModified(context, tag, tag.equals(tags.settled()));
    } else if (kept != null && kept.isGood(tags.settled(), tag)) {
      send(context, kept);
    } else {
      goOn(context, new Asked(address, head.isComplete() ? tag : null, head.seq()));
    }
  }

  private void goOn(RoutingContext context, Asked asked) {
    context.put(Asked.KEY, asked);
    addHeadersAtEnd(context);
    context.next();
  }

  private void addHeadersAtEnd(RoutingContext context) {
    context.addHeadersEndHandler(
        ended -> {
          context.response().putHeader(HttpHeaders.VARY, vary);
          compress(context);
        });
  }

  /** Quarkus does it only where it knows a route's media type before the route has answered. */
  private void compress(RoutingContext context) {
    HttpCompressionHandler.compressIfNeeded(context, compressed);
  }

  private void notModified(RoutingContext context, String tag, boolean isSettled) {
    context
        .response()
        .setStatusCode(NOT_MODIFIED)
        .putHeader(HttpHeaders.ETAG, tag)
        .putHeader(
            HttpHeaders.CACHE_CONTROL, isSettled ? KnownTime.FOR_EVER : AnswerHeaders.ASK_AGAIN)
        .putHeader(HttpHeaders.VARY, vary)
        .end();
  }

  private void send(RoutingContext context, Answer kept) {
    String ifNoneMatch = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    HttpServerResponse response = context.response();
    for (Map.Entry<String, String> header : kept.headers()) {
      response.headers().add(header.getKey(), header.getValue());
    }
    response.putHeader(HttpHeaders.VARY, vary);
    if (Tags.isAny(ifNoneMatch) || Tags.names(ifNoneMatch, kept.tag())) {
      response.headers().remove(HttpHeaders.CONTENT_TYPE);
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    boolean compress = kept.isWorthCompressing() && takesGzip(context.request());
    if (compress) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    if (context.request().method() == HttpMethod.HEAD) {
      int length = (compress ? kept.compressed() : kept.body()).length();
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(length)).end();
    } else {
      response.end(compress ? kept.compressed() : kept.body());
    }
  }

  private static boolean takesGzip(HttpServerRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null
        && accepted.contains("gzip")
        && !accepted.replace(" ", "").contains("gzip;q=0");
  }
}
