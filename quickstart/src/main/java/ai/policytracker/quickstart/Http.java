package ai.policytracker.quickstart;

import ai.policytracker.quickstart.process.CannotStartException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A service's HTTP interface. */
public final class Http {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(10);
  private static final Duration HEALTH_TIMEOUT = Duration.ofSeconds(2);

  private final URI root;

  private Http(URI root) {
    this.root = root;
  }

  public static Http local(int port) {
    return new Http(URI.create("http://localhost:" + port));
  }

  public URI address(String path) {
    return root.resolve(path);
  }

  /** Whether it answers, and says that it can do its work. */
  public boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(address("/q/health/ready")).timeout(HEALTH_TIMEOUT).build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * The JSON at a path.
   *
   * @throws CannotStartException if there is no answer, or another than 200
   */
  public JsonNode get(String path) {
    HttpRequest request = HttpRequest.newBuilder(address(path)).timeout(TIMEOUT).build();
    return parse(send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  /**
   * Posts a file of JSON lines; the answers come line by line, while the service works.
   *
   * @throws CannotStartException if there is no answer, or another than 200
   */
  public Stream<JsonNode> postLines(String path, Path file) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address(path))
              .timeout(UPLOAD_TIMEOUT)
              .header("Content-Type", "application/x-ndjson")
              .POST(HttpRequest.BodyPublishers.ofFile(file))
              .build();
      return send(request, HttpResponse.BodyHandlers.ofLines())
          .body()
          .filter(line -> !line.isBlank())
          .map(Http::parse);
    } catch (IOException e) {
      throw new CannotStartException("Cannot read " + file + ".", e);
    }
  }

  private static <T> HttpResponse<T> send(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      HttpResponse<T> response = CLIENT.send(request, handler);
      if (response.statusCode() != 200) {
        throw new CannotStartException(
            request.uri() + " answers with status " + response.statusCode() + ".");
      }
      return response;
    } catch (IOException e) {
      throw new CannotStartException("There is no answer from " + request.uri() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("Stopped while waiting for " + request.uri() + ".", e);
    }
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new CannotStartException("A service answers with what is no JSON: " + json, e);
    }
  }
}
