package ai.policytracker.query.stream;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** Loopback connections hold megabytes by default: no client of a test would ever be slow. */
@Singleton
public class SmallSendBuffers implements HttpServerOptionsCustomizer {
  private static final int BYTES = 65_536;

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setSendBufferSize(BYTES);
  }
}
