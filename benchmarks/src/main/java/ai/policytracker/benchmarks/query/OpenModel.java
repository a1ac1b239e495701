package ai.policytracker.benchmarks.query;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Requests at a fixed rate, whatever the answers take. A request's time counts from the moment at
 * which it was due, so that a service that stalls is charged for all who wait meanwhile.
 */
final class OpenModel {
  private static final int CONNECTIONS = 200;

  /** What takes longer counts as this long, and as failed. */
  private static final long LAST_ANSWERS_SECONDS = 60;

  private final int port;

  OpenModel(int port) {
    this.port = port;
  }

  /**
   * @param failed answered otherwise than 200, or not at all
   */
  record Times(double p50Millis, double p99Millis, double maxMillis, int requests, int failed) {}

  Times run(Supplier<String> addresses, int perSecond, int seconds) throws InterruptedException {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try {
      return run(vertx, addresses, perSecond, seconds);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private Times run(Vertx vertx, Supplier<String> addresses, int perSecond, int seconds)
      throws InterruptedException {
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    int requests = perSecond * seconds;
    long[] nanos = new long[requests];
    AtomicInteger failed = new AtomicInteger();
    CountDownLatch answers = new CountDownLatch(requests);
    long start = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      int number = i;
      long due = start + TimeUnit.SECONDS.toNanos(1) * i / perSecond;
      String address = addresses.get();
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      client
          .request(HttpMethod.GET, address)
          // All of it within one callback: the body may come before another one is added.
          .compose(
              request ->
                  request
                      .send()
                      .compose(
                          response -> {
                            if (response.statusCode() != 200) {
                              failed.incrementAndGet();
                            }
                            // Read to its end, and thrown away.
                            return response.handler(bytes -> {}).end();
                          }))
          .onFailure(failure -> failed.incrementAndGet())
          .onComplete(
              done -> {
                nanos[number] = System.nanoTime() - due;
                answers.countDown();
              });
    }
    answers.await(LAST_ANSWERS_SECONDS, TimeUnit.SECONDS);
    int unanswered = (int) answers.getCount();
    Arrays.setAll(
        nanos, i -> nanos[i] == 0 ? TimeUnit.SECONDS.toNanos(LAST_ANSWERS_SECONDS) : nanos[i]);
    Arrays.sort(nanos);
    return new Times(
        millis(nanos, 0.5),
        millis(nanos, 0.99),
        millis(nanos, 1),
        requests,
        failed.get() + unanswered);
  }

  private static double millis(long[] sorted, double share) {
    return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
  }
}
