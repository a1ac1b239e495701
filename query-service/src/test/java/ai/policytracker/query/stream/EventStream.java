package ai.policytracker.query.stream;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A client of server-sent events: reads one stream, by the rules of the HTML standard. */
final class EventStream implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final InputStream body;
  private final BufferedReader lines;
  private String lastEventId;

  /**
   * @param data null for an event that was not dispatched: a comment, with or without an id
   */
  record Event(String id, String name, String data) {
    boolean isChange() {
      return data != null && name == null;
    }
  }

  private EventStream(InputStream body, String lastEventId) {
    this.body = body;
    this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    this.lastEventId = lastEventId;
  }

  /**
   * @param query begins with a question mark, or is empty
   * @param lastEventId null for none
   */
  static EventStream open(String query, String lastEventId) {
    return open(RestAssured.port, query, lastEventId);
  }

  static EventStream open(int port, String query, String lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/v1/changes/stream" + query))
            .header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      HttpResponse<InputStream> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            response.statusCode()
                + " "
                + new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
      }
      return new EventStream(response.body(), lastEventId);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits for the next event; null at the end. */
  Event next() throws IOException {
    String name = null;
    StringBuilder data = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty()) {
        return new Event(lastEventId, name, data == null ? null : data.toString());
      }
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
      switch (field) {
        case "id" -> lastEventId = value;
        case "event" -> name = value;
        case "data" ->
            data = data == null ? new StringBuilder(value) : data.append('\n').append(value);
        default -> {}
      }
    }
    return null;
  }

  Event nextChange() throws IOException {
    for (Event event = next(); event != null; event = next()) {
      if (event.isChange()) {
        return event;
      }
    }
    return null;
  }

  String lastEventId() {
    return lastEventId;
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
