package ai.policytracker.ingest.languagemodel;

import ai.policytracker.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A server that speaks both protocols and answers as it was told to, by what the article's text
 * contains; it knows no language.
 */
public class StubModel implements QuarkusTestResourceLifecycleManager {
  static final String NAME = "stub-1";

  private static final int STALLED = 0;
  private static final int GARBLED = -1;

  /** An HTTP answer: the model's words, or an error. */
  private record Answer(int status, String words) {}

  private static final Map<String, List<Answer>> ANSWERS =
      new ConcurrentHashMap<>(new LinkedHashMap<>());
  private static final ConcurrentLinkedQueue<JsonNode> REQUESTS = new ConcurrentLinkedQueue<>();
  private static final CountDownLatch STOPPED = new CountDownLatch(1);

  private HttpServer server;
  private String reader = "OPENAI";

  @Override
  public void init(Map<String, String> arguments) {
    reader = arguments.getOrDefault("reader", reader);
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", exchange -> answer(exchange, this::openAi));
    server.createContext("/api/chat", exchange -> answer(exchange, this::ollama));
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    Map<String, String> settings = new HashMap<>();
    settings.put("tracker.extraction.reader", reader);
    settings.put(
        "tracker.extraction.model.address", reader.equals("OPENAI") ? address + "/v1" : address);
    settings.put("tracker.extraction.model.name", NAME);
    settings.put("tracker.extraction.model.api-key", "a-secret-key");
    settings.put("tracker.extraction.model.timeout", "2s");
    settings.put("tracker.extraction.model.retries", "1");
    return settings;
  }

  @Override
  public void stop() {
    STOPPED.countDown();
    server.stop(0);
  }

  /**
   * Articles whose text contains the words are answered so, one answer a request, the last for
   * ever.
   */
  static void tell(String words, String... answers) {
    List<Answer> all = new ArrayList<>();
    for (String answer : answers) {
      all.add(new Answer(200, answer));
    }
    ANSWERS.put(words, all);
  }

  static void fail(String words, int status, String thenAnswer) {
    ANSWERS.put(
        words, new ArrayList<>(List.of(new Answer(status, ""), new Answer(200, thenAnswer))));
  }

  static void failAlways(String words, int status) {
    ANSWERS.put(words, new ArrayList<>(List.of(new Answer(status, ""))));
  }

  /** The connection stays open without an answer. */
  static void stall(String words) {
    ANSWERS.put(words, new ArrayList<>(List.of(new Answer(STALLED, ""))));
  }

  /** What comes is none of the protocol. */
  static void garble(String words) {
    ANSWERS.put(words, new ArrayList<>(List.of(new Answer(GARBLED, ""))));
  }

  /** Requests that were made about articles that contain the words. */
  static List<JsonNode> requests(String words) {
    return REQUESTS.stream().filter(request -> shown(request).contains(words)).toList();
  }

  private interface Protocol {
    ObjectNode answer(String words);
  }

  private void answer(HttpExchange exchange, Protocol protocol) throws IOException {
    JsonNode request = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
    REQUESTS.add(request);
    Answer answer = next(shown(request));
    if (answer.status() == STALLED) {
      await();
      exchange.close();
      return;
    }
    boolean garbled = answer.status() == GARBLED;
    String said = garbled ? "<html>\u0000" : protocol.answer(answer.words()).toString();
    byte[] body = said.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(garbled ? 200 : answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void await() {
    try {
      STOPPED.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String shown(JsonNode request) {
    return request.path("messages").path(1).path("content").asText();
  }

  private static Answer next(String shown) {
    for (Map.Entry<String, List<Answer>> known : ANSWERS.entrySet()) {
      if (shown.contains(known.getKey())) {
        List<Answer> answers = known.getValue();
        synchronized (answers) {
          return answers.size() == 1 ? answers.getFirst() : answers.removeFirst();
        }
      }
    }
    return new Answer(200, "{\"claims\": []}");
  }

  private ObjectNode openAi(String words) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("id", "stub").put("object", "chat.completion").put("created", 0).put("model", NAME);
    ObjectNode choice = body.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", words);
    body.putObject("usage")
        .put("prompt_tokens", 1)
        .put("completion_tokens", 1)
        .put("total_tokens", 2);
    return body;
  }

  private ObjectNode ollama(String words) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("model", NAME).put("created_at", "2026-01-01T00:00:00Z").put("done", true);
    body.putObject("message").put("role", "assistant").put("content", words);
    return body;
  }
}
