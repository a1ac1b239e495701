package ai.policytracker.query.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.policytracker.query.Api;
import ai.policytracker.query.ChangesTopic;
import ai.policytracker.query.QueryParts;
import ai.policytracker.query.Told;
import ai.policytracker.query.WriteSide;
import ai.policytracker.query.openapi.ApiDocument.Answer;
import ai.policytracker.query.openapi.OddRequests.Request;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Odd values for every parameter of the OpenAPI document: the service refuses or answers, soon, and
 * tells nothing about its inside.
 */
@QuarkusTest
@QuarkusTestResource(QueryParts.class)
class OddRequestsIT {
  private static final boolean FULL = Boolean.getBoolean("tracker.full");
  private static final int REQUESTS = FULL ? 20_000 : 2_000;
  private static final int AT_A_TIME = 16;

  private static final Duration LONGEST = Duration.ofSeconds(2);

  /** What {@code minSeq} and {@code minVersion} ask the service to wait, and an answer's time. */
  private static final Duration LONGEST_OF_THOSE_THAT_WAIT = Duration.ofSeconds(7);

  /** Asked before the others, with negative seeds: a JVM of a second's age is slow. */
  private static final int WARM_UP = 300;

  private static final Duration LONGEST_WARMING_UP = Duration.ofSeconds(10);

  private static final int LONGEST_SHOWN = 500;

  private static final Pattern INSIDE =
      Pattern.compile(
          "[a-z]Exception\\b|\\bat [a-z]\\w*(\\.\\w+)+\\(|\\b(java|jakarta|io\\.(quarkus|vertx|smallrye)"
              + "|org\\.(jboss|postgresql)|ai\\.policytracker)\\.\\w|\\bSELECT\\b|\\bpg_\\w|\\bSQLSTATE\\b"
              + "|\\brelation \"|/(home|root|work|tmp|usr|opt)/|\\.java\\b");

  @TestHTTPResource("/")
  URI address;

  @Inject ChangesTopic topic;

  private final Vertx vertx = Vertx.vertx();
  private HttpClient client;

  private record Asked(long seed, Request request, Answer answer, Duration took) {
    String what() {
      return "seed %d: GET %s %s answered %d after %d ms: %s"
          .formatted(
              seed,
              request.pathAndQuery(),
              request.headers(),
              answer.status(),
              took.toMillis(),
              answer.body().substring(0, Math.min(LONGEST_SHOWN, answer.body().length())));
    }
  }

  @BeforeEach
  void connect() {
    WriteSide writeSide = new WriteSide(Instant.parse("2026-01-01T00:00:00Z"));
    topic.sendChanges(writeSide.append(Told.of("amazon", "odd-1").on("2020-06-10").event()));
    Api.waitForVersion("amazon", 1);
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setDefaultHost(address.getHost())
                .setDefaultPort(address.getPort()),
            new PoolOptions().setHttp1MaxSize(AT_A_TIME));
  }

  @AfterEach
  void disconnect() {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void oddValuesAreRefusedOrAnsweredAndTellNothing() throws InterruptedException {
    OddRequests requests = new OddRequests(Route.all());
    List<Future<Asked>> asked = new ArrayList<>();
    Semaphore places = new Semaphore(AT_A_TIME);

    for (long seed = -WARM_UP; seed < REQUESTS; seed++) {
      assertThat(places.tryAcquire(1, TimeUnit.MINUTES)).as("an answer before %d", seed).isTrue();
      asked.add(ask(seed, requests.of(seed)).onComplete(done -> places.release()));
    }
    assertThat(places.tryAcquire(AT_A_TIME, 1, TimeUnit.MINUTES)).as("the last answers").isTrue();

    List<String> wrong =
        asked.stream().flatMap(each -> wrong(each.result()).stream()).limit(20).toList();
    assertThat(wrong).isEmpty();
    assertThat(
            asked.stream().map(each -> each.result().answer().status()).collect(Collectors.toSet()))
        .contains(200, 400, 404);
  }

  private Future<Asked> ask(long seed, Request request) {
    long started = System.nanoTime();
    // All of it within one callback: the body may come before another one is added.
    return client
        .request(HttpMethod.GET, request.pathAndQuery())
        .compose(
            sending -> {
              request.headers().forEach(sending::putHeader);
              return sending
                  .send()
                  .compose(response -> body(response).map(body -> answer(request, response, body)));
            })
        .map(
            answer ->
                new Asked(seed, request, answer, Duration.ofNanos(System.nanoTime() - started)));
  }

  /** A stream has no end, so it is left after its head. */
  private static Future<Buffer> body(HttpClientResponse response) {
    String type = response.getHeader("Content-Type");
    if (type != null && type.startsWith("text/event-stream")) {
      response.request().reset();
      return Future.succeededFuture(Buffer.buffer());
    }
    return response.body();
  }

  private static Answer answer(Request request, HttpClientResponse response, Buffer body) {
    return new Answer(
        "GET",
        request.pathAndQuery(),
        response.statusCode(),
        response.getHeader("Content-Type"),
        decoded(body, response.getHeader("Content-Encoding")));
  }

  private static String decoded(Buffer body, String encoding) {
    if (encoding == null || body.length() == 0) {
      return body.toString();
    }
    assertThat(encoding).isEqualTo("gzip");
    try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(body.getBytes()))) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> wrong(Asked asked) {
    List<String> wrong = new ArrayList<>();
    Answer answer = asked.answer();
    if (answer.status() >= 500) {
      wrong.add("a failure");
    }
    if (asked.took().compareTo(longest(asked)) > 0) {
      wrong.add("too slow");
    }
    if (INSIDE.matcher(answer.body()).find()) {
      wrong.add("tells of its inside");
    }
    if (answer.status() == 400 && !namesErrors(answer)) {
      wrong.add("no errors named");
    }
    if (answer.status() >= 400 && !"application/problem+json".equals(answer.contentType())) {
      wrong.add("no problem+json but " + answer.contentType());
    }
    // Streams are not read.
    boolean read = answer.status() != 200 || !answer.body().isEmpty();
    if (wrong.isEmpty() && read && answer.isOfTheApi()) {
      wrong.addAll(ApiDocument.problemsOfAnswer(answer));
    }
    return wrong.stream().map(what -> what + ", " + asked.what()).toList();
  }

  private static Duration longest(Asked asked) {
    if (asked.seed() < 0) {
      return LONGEST_WARMING_UP;
    }
    return waits(asked.answer()) ? LONGEST_OF_THOSE_THAT_WAIT : LONGEST;
  }

  /** These two ask the service to wait for what is still to come. */
  private static boolean waits(Answer answer) {
    return answer.pathAndQuery().contains("minSeq") || answer.pathAndQuery().contains("minVersion");
  }

  private static boolean namesErrors(Answer answer) {
    return answer.body().startsWith("{")
        && new JsonObject(answer.body()).getJsonArray("errors") != null
        && !new JsonObject(answer.body()).getJsonArray("errors").isEmpty();
  }
}
