package ai.policytracker.query.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over real connections: when they end is what the places are about. */
class PlacesTest {
  private static final int MOST = 3;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final AtomicInteger taken = new AtomicInteger();
  private final OpenAnswers answers =
      new OpenAnswers(() -> LONGEST_WAIT, new SimpleMeterRegistry());
  private final Places places =
      new Places(answers, taken, MOST, Duration.ofSeconds(7), "as many as there is room for");
  private final List<Runnable> leaves = new ArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;

  @BeforeEach
  void listen() {
    Router router = Router.router(vertx);
    router.get("/").handler(this::answer);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Without an end. */
  private void answer(RoutingContext call) {
    try {
      leaves.add(places.take(call));
      call.response().setChunked(true).write("begun");
    } catch (HttpProblem refusal) {
      call.response()
          .setStatusCode(refusal.getStatusCode())
          .putHeader("Retry-After", refusal.getHeaders().get("Retry-After").toString())
          .end();
    }
  }

  /** The head of the answer has come. */
  private Socket ask(List<String> head) throws IOException {
    Socket socket = new Socket("localhost", server.actualPort());
    socket
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    StringBuilder read = new StringBuilder();
    while (!read.toString().endsWith("\r\n\r\n")) {
      read.append((char) socket.getInputStream().read());
    }
    head.addAll(read.toString().lines().toList());
    return socket;
  }

  @Test
  void oneTooManyIsRefusedAndPlacesOfCallersThatGoAwayComeFree() throws IOException {
    List<Socket> open = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      open.add(ask(new ArrayList<>()));
    }
    List<String> head = new ArrayList<>();
    ask(head).close();
    assertThat(head.getFirst()).contains("429");
    assertThat(head).anyMatch(line -> line.startsWith("Retry-After") && line.contains("7"));

    for (Socket socket : open) {
      socket.close();
    }

    waitFor(0);
  }

  @Test
  void placeIsLeftOnce() throws IOException {
    try (Socket first = ask(new ArrayList<>());
        Socket second = ask(new ArrayList<>())) {
      assertThat(first.isConnected() && second.isConnected()).isTrue();
      leaves.getFirst().run();
      leaves.getFirst().run();

      assertThat(taken).hasValue(1);
    }
    waitFor(0);
  }

  @Test
  void processThatStopsWaitsForTheLastOfThem()
      throws IOException, ExecutionException, InterruptedException, TimeoutException {
    Socket socket = ask(new ArrayList<>());
    CompletableFuture<Void> stop =
        CompletableFuture.runAsync(
            () -> {
              try {
                answers.awaitAll(new ShutdownDelayInitiatedEvent());
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    while (!answers.isStopping()) {
      Thread.onSpinWait();
    }
    assertThat(stop).isNotDone();

    socket.close();

    stop.get(LONGEST_WAIT.toSeconds() / 2, TimeUnit.SECONDS);
  }

  private void waitFor(int count) {
    long giveUpAt = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (taken.get() != count) {
      assertThat(System.nanoTime()).as("places are taken: %s", taken).isLessThan(giveUpAt);
    }
  }
}
