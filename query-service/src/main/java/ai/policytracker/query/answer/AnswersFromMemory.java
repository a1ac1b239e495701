package ai.policytracker.query.answer;

import ai.policytracker.query.feed.FeedHead;
import ai.policytracker.query.feed.FeedTail;
import ai.policytracker.query.request.ReadYourWrites;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;

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

  AnswersFromMemory(FeedTail tail, AnswerMemory memory) {
    this.tail = tail;
    this.memory = memory;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, PRIORITY);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean isRead = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    if (!isRead || !context.normalizedPath().startsWith(API) || Formats.isStreamed(context)) {
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
    if (asksForMore(address, request) || !tail.isCurrent()) {
      goOn(context, new Asked(address, null, tail.head().seq()));
      return;
    }
    Answer kept = memory.get(address.key());
    String settled = Tags.settled(tail.head(), address.format());
    if (kept != null && kept.tag().equals(settled)) {
      send(context, kept);
      return;
    }
    if (address.has("knownAt")) {
      // Whoever has the tag was told so once.
      if (Tags.matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), settled)) {
        notModified(context, settled, "public, max-age=31536000, immutable");
      } else {
        goOn(context, new Asked(address, settled, tail.head().seq()));
      }
      return;
    }
    answerForNow(context, address, kept);
  }

  /** Reads that name a state, in whatever way but by knownAt, are answered from the database. */
  private static boolean asksForMore(Address address, HttpServerRequest request) {
    return address.has(ReadYourWrites.MIN_SEQ)
        || address.has(ReadYourWrites.MIN_VERSION)
        || request.headers().contains("Accept-Datetime");
  }

  private void answerForNow(RoutingContext context, Address address, Answer kept) {
    FeedHead head = tail.head();
    Optional<String> company = address.company();
    if (company.isEmpty()) {
      answer(context, kept, new Asked(address, Tags.ofFeed(head, address.format()), head.seq()));
      return;
    }
    Optional<Long> version = tail.versionOf(company.get());
    if (version.isPresent()) {
      String tag = Tags.ofCompany(version.get(), head, address.format());
      answer(context, kept, new Asked(address, tag, head.seq()));
    } else {
      // It is in memory the next time; what hinders it hinders this read too, which tells.
      tail.load(company.get()).subscribe().with(loaded -> {}, failure -> {});
      goOn(context, new Asked(address, null, tail.head().seq()));
    }
  }

  private void answer(RoutingContext context, Answer kept, Asked asked) {
    String tag = asked.tag();
    if (Tags.matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
      notModified(context, tag, AnswerHeaders.ASK_AGAIN);
    } else if (kept != null && kept.tag().equals(tag) && kept.isGoodAt(System.nanoTime())) {
      send(context, kept);
    } else {
      goOn(context, asked);
    }
  }

  private static void goOn(RoutingContext context, Asked asked) {
    context.put(Asked.KEY, asked);
    context.addHeadersEndHandler(
        ended -> context.response().putHeader(HttpHeaders.VARY, AnswerHeaders.VARY));
    context.next();
  }

  private static void notModified(RoutingContext context, String tag, String cacheControl) {
    context
        .response()
        .setStatusCode(NOT_MODIFIED)
        .putHeader(HttpHeaders.ETAG, tag)
        .putHeader(HttpHeaders.CACHE_CONTROL, cacheControl)
        .putHeader(HttpHeaders.VARY, AnswerHeaders.VARY)
        .end();
  }

  private static void send(RoutingContext context, Answer kept) {
    String ifNoneMatch = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    HttpServerResponse response = context.response();
    for (Map.Entry<String, String> header : kept.headers()) {
      response.putHeader(header.getKey(), header.getValue());
    }
    response.putHeader(HttpHeaders.VARY, AnswerHeaders.VARY);
    if (Tags.matches(ifNoneMatch, kept.tag())) {
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
